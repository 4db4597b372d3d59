#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace conformance {

/// Environment variables by name.
using Variables = std::map<std::string, std::string>;

/// Rows that run with these environment variables, such as a fault that a provider has on demand,
/// for a mutation test.
struct Variant {
    std::vector<std::string> selectors;
    Variables environment;
};

/// The variables of each repetition, by its number.
using VariablesByRepetition = std::map<std::uint32_t, Variables>;

/// Reads a file of variants: [{"selectors": ["..."], "environment": {"NAME": "VALUE"}}, ...].
/// Throws InputError with file, place and expectation.
std::vector<Variant> read_variants(const std::filesystem::path& path);

}  // namespace conformance
