#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace conformance {

/// A number in capital hexadecimal digits, filled with zeroes to `digits`: "0x0000C0DE".
std::string hexadecimal(std::uint64_t number, int digits = 1);

/// Bytes in small hexadecimal digits, two each: "01a5".
std::string hexadecimal(std::span<const unsigned char> bytes);

/// The bytes that hexadecimal() wrote so.
std::vector<unsigned char> bytes_from_hexadecimal(const std::string& text);

/// The letters of ASCII in lower case.
std::string in_lower_case(std::string text);

/// Milliseconds as seconds with one decimal: "2.5 s".
std::string seconds(std::int64_t milliseconds);

}  // namespace conformance
