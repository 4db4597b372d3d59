#include "base/text.hpp"

#include <cctype>
#include <algorithm>
#include <iomanip>
#include <sstream>
#include <string_view>

namespace conformance {

std::string hexadecimal(std::uint64_t number, int digits) {
    std::ostringstream text;
    text << "0x" << std::uppercase << std::hex << std::setfill('0') << std::setw(digits) << number;
    return text.str();
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::vector<unsigned char> bytes_from_hexadecimal(const std::string& text) {
    const auto digit = [](char c) {
        return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    };
    std::vector<unsigned char> bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        bytes.push_back(static_cast<unsigned char>(digit(text[i]) << 4 | digit(text[i + 1])));
    }
    return bytes;
}

std::string seconds(std::int64_t milliseconds) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << static_cast<double>(milliseconds) / 1000 << " s";
    return text.str();
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace conformance
