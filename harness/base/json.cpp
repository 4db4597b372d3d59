#include "base/json.hpp"

#include <algorithm>
#include <set>
#include <vector>

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
    constexpr int deepest = 64;
    // The members so far of each object in progress.
    std::vector<std::set<std::string>> members;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (depth > deepest) {
            throw InputError(name + ": expected no more than 64 values inside each other");
        }
        if (event == Json::parse_event_t::object_start) {
            members.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            members.pop_back();
        } else if (event == Json::parse_event_t::key) {
            const auto member = parsed.get<std::string>();
            if (!members.back().insert(member).second) {
                throw InputError(name + ": expected the member \"" + member +
                                 "\" once in its object");
            }
        }
        return true;
    };
    try {
        return Json::parse(text, watch);
    } catch (const Json::parse_error& error) {
        throw InputError(name + ": " + place_in(text, error.byte) + ": expected JSON");
    } catch (const Json::out_of_range&) {
        throw InputError(name + ": expected numbers that a double can hold");
    }
}

}  // namespace conformance
