#pragma once

#include <filesystem>
#include <string>

namespace conformance {

/// The file version in a program's resources, such as "10.0.19041.1"; empty when it has none.
std::string file_version(const std::filesystem::path& path);

}  // namespace conformance
