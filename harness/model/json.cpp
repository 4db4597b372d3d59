#include "model/json.hpp"

#include <algorithm>

namespace conformance {

Json parse_json(std::string_view text, const std::string& name) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto read = text.substr(0, std::min(error.byte, text.size()));
        const auto line = 1 + std::ranges::count(read, '\n');
        const auto line_start = read.rfind('\n');
        const auto column = line_start == read.npos ? read.size() : read.size() - line_start - 1;
        throw InputError(name + ": line " + std::to_string(line) + ", column " +
                         std::to_string(column) + ": expected JSON");
    }
}

}  // namespace conformance
