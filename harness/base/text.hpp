#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace conformance {

/// A number in upper-case hexadecimal, padded with zeros to `digits`: "0x0000C0DE".
std::string hexadecimal(std::uint64_t number, int digits = 1);

/// Bytes in lower-case hexadecimal, two digits each: "01a5".
std::string hexadecimal(std::span<const unsigned char> bytes);

/// The bytes that hexadecimal() wrote.
std::vector<unsigned char> bytes_from_hexadecimal(const std::string& text);

/// Converts ASCII letters to lower case.
std::string in_lower_case(std::string text);

/// Milliseconds as seconds with one decimal: "2.5 s".
std::string seconds(std::int64_t milliseconds);

}  // namespace conformance
