#include "model/json.hpp"

#include <algorithm>

namespace conformance {

Json parse_json(std::string_view text, const std::string& name) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        // `byte` counts from 1 and is one past the end for a text that is too short.
        const auto before = text.substr(0, std::min(error.byte - 1, text.size()));
        const auto line = 1 + std::ranges::count(before, '\n');
        const auto line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
        const auto column = 1 + before.size() - line_start;
        throw InputError(name + ": line " + std::to_string(line) + ", column " +
                         std::to_string(column) + ": expected JSON");
    }
}

}  // namespace conformance
