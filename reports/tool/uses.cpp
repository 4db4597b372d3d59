#include "tool/uses.hpp"

#include <algorithm>

#include "base/input_error.hpp"
#include "base/json.hpp"
#include "requirements/catalogue.hpp"
#include "tool/inputs.hpp"

namespace conformance {

namespace {

void require_selection(const std::string& selector, const std::string& where) {
    bool selects = false;
    try {
        selects = std::ranges::any_of(row_catalogue().rows(), [&](const auto& row) {
            return is_selected({selector}, row.first, row.second.requirements);
        });
    } catch (const InputError&) {
        // It is not a pattern of rows: throws the same message with its place.
    }
    if (!selects) {
        throw InputError(where + ": expected a selector of rows of this suite, got \"" + selector +
                         "\"");
    }
}

void require_reason(const std::string& why, const std::string& where) {
    if (why.empty()) {
        throw InputError(where + ": expected a reason after the selector");
    }
}

std::string_view trimmed(std::string_view text) {
    constexpr const char* blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

Uses from_json(std::string_view text, const std::string& name) {
    const auto json = parse_json(text, name);
    Uses uses{required<std::string>(json, "name", name), {}};
    std::size_t index = 0;
    const auto relies_on = required<Json>(json, "relies_on", name);
    if (!relies_on.is_array()) {
        throw InputError(name + ": expected the member \"relies_on\", an array");
    }
    for (const auto& use : relies_on) {
        const auto where = name + ": relies_on[" + std::to_string(index++) + "]";
        uses.relies_on.push_back({required<std::string>(use, "selector", where),
                                  required<std::string>(use, "why", where)});
        require_selection(uses.relies_on.back().selector, where);
        require_reason(uses.relies_on.back().why, where);
    }
    return uses;
}

Uses from_lines(std::string_view text, const std::string& name) {
    Uses uses{name.substr(name.find_last_of("/\\") + 1), {}};
    uses.name = uses.name.substr(0, uses.name.find('.'));
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        line = trimmed(line);
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        const auto end = line.find_first_of(" \t");
        const auto why = line.find_first_not_of(" \t", std::min(end, line.size()));
        uses.relies_on.push_back({std::string(line.substr(0, end)),
                                  why == line.npos ? "" : std::string(line.substr(why))});
        const auto where = name + ": line " + std::to_string(number);
        require_selection(uses.relies_on.back().selector, where);
        require_reason(uses.relies_on.back().why, where);
    }
    return uses;
}

}  // namespace

Uses read_uses(std::string_view text, const std::string& name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    const auto beginning = trimmed(text).substr(0, 1);
    const bool is_json = beginning == "{" || beginning == "[";
    auto uses = is_json ? from_json(text, name) : from_lines(text, name);
    if (uses.relies_on.empty()) {
        throw InputError(name + ": expected something that a program relies on");
    }
    return uses;
}

}  // namespace conformance
