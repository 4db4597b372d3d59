#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace conformance {

/// The SHA-256 of a file in hexadecimal, from the system's cryptographic provider; nothing when the
/// file cannot be read or the system has no SHA-256 (before XP SP3).
std::optional<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace conformance
