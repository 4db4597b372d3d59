#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

namespace conformance {

namespace {

constexpr char32_t replacement = 0xFFFD;

void append(std::string& text, char32_t code_point) {
    const auto byte = [&](char32_t value) { text.push_back(static_cast<char>(value)); };
    if (code_point < 0x80) {
        byte(code_point);
    } else if (code_point < 0x800) {
        byte(0xC0 | (code_point >> 6));
        byte(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        byte(0xE0 | (code_point >> 12));
        byte(0x80 | ((code_point >> 6) & 0x3F));
        byte(0x80 | (code_point & 0x3F));
    } else {
        byte(0xF0 | (code_point >> 18));
        byte(0x80 | ((code_point >> 12) & 0x3F));
        byte(0x80 | ((code_point >> 6) & 0x3F));
        byte(0x80 | (code_point & 0x3F));
    }
}

}  // namespace

std::string valid_utf8(std::string_view text) {
    using nlohmann::json;
    const auto quoted =
        json(std::string(text)).dump(-1, ' ', false, json::error_handler_t::replace);
    return json::parse(quoted).get<std::string>();
}

std::string utf8_from_utf16(std::u16string_view text) {
    const auto is_high = [](char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
    const auto is_low = [](char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i];
        if (is_high(unit) && i + 1 < text.size() && is_low(text[i + 1])) {
            append(result, 0x10000 + ((unit - char32_t{0xD800}) << 10) + (text[i + 1] - 0xDC00));
            ++i;
        } else {
            append(result, is_high(unit) || is_low(unit) ? replacement : unit);
        }
    }
    return result;
}

std::string utf8_from_path(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return valid_utf8({reinterpret_cast<const char*>(text.data()), text.size()});
}

std::filesystem::path path_from_utf8(std::string_view text) {
    return {std::u8string(text.begin(), text.end())};
}

}  // namespace conformance
