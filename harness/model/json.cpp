#include "model/json.hpp"

#include <algorithm>

namespace conformance {

std::string place_in(std::string_view text, std::size_t byte) {
    // It counts from 1, and is one past the end for a text that is too short.
    const auto before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const auto line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    const auto column = 1 + before.size() - line_start;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

Json parse_json(std::string_view text, const std::string& name) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        throw InputError(name + ": " + place_in(text, error.byte) + ": expected JSON");
    }
}

}  // namespace conformance
