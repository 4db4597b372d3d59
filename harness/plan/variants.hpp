#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace conformance {

/// Environment variables by name.
using Variables = std::map<std::string, std::string>;

/// Rows to run while the process that they are in has these environment variables: one fault of a
/// provider that has some on demand, in a mutation test.
struct Variant {
    std::vector<std::string> selectors;
    Variables environment;
};

/// The variables of a repetition of rows, by its number.
using VariablesByRepetition = std::map<std::uint32_t, Variables>;

/// Reads a file of variants: [{"selectors": ["..."], "environment": {"NAME": "VALUE"}}, ...].
/// Throws InputError with file, place and expectation.
std::vector<Variant> read_variants(const std::filesystem::path& path);

}  // namespace conformance
