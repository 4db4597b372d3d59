#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace conformance {

/// The text as valid UTF-8: each invalid byte becomes U+FFFD.
std::string valid_utf8(std::string_view text);

/// UTF-16 from the system as UTF-8. A lone surrogate becomes U+FFFD.
std::string utf8_from_utf16(std::u16string_view text);

/// A path as UTF-8 text, and back. path::string() would convert to the system's code page.
std::string utf8_from_path(const std::filesystem::path& path);
std::filesystem::path path_from_utf8(std::string_view text);

}  // namespace conformance
