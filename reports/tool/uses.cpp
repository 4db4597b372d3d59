#include "tool/uses.hpp"

#include <algorithm>

#include "model/input_error.hpp"
#include "model/json.hpp"
#include "requirements/catalogue.hpp"
#include "tool/inputs.hpp"

namespace conformance {

namespace {

void must_select(const std::string& selector, const std::string& where) {
    const auto& rows = row_catalogue().rows();
    if (std::ranges::none_of(rows, [&](const auto& row) {
            return is_selected({selector}, row.first, row.second.requirements);
        })) {
        throw InputError(where + ": expected a selector of rows of this suite, got \"" + selector +
                         "\"");
    }
}

Uses from_json(std::string_view text, const std::string& name) {
    const auto json = parse_json(text, name);
    Uses uses{required<std::string>(json, "name", name), {}};
    std::size_t index = 0;
    for (const auto& use : required<Json>(json, "relies_on", name)) {
        const auto where = name + ": relies_on[" + std::to_string(index++) + "]";
        uses.relies_on.push_back({required<std::string>(use, "selector", where),
                                  required<std::string>(use, "why", where)});
        must_select(uses.relies_on.back().selector, where);
    }
    return uses;
}

Uses from_lines(std::string_view text, const std::string& name) {
    Uses uses{name.substr(name.find_last_of("/\\") + 1), {}};
    uses.name = uses.name.substr(0, uses.name.find('.'));
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        const auto end = line.find_first_of(" \t");
        const auto why = line.find_first_not_of(" \t", std::min(end, line.size()));
        uses.relies_on.push_back({std::string(line.substr(0, end)),
                                  why == line.npos ? "" : std::string(line.substr(why))});
        must_select(uses.relies_on.back().selector, name + ": line " + std::to_string(number));
    }
    return uses;
}

}  // namespace

Uses read_uses(std::string_view text, const std::string& name) {
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool is_json = first != text.npos && text[first] == '{';
    auto uses = is_json ? from_json(text, name) : from_lines(text, name);
    if (uses.relies_on.empty()) {
        throw InputError(name + ": expected something that a program relies on");
    }
    return uses;
}

}  // namespace conformance
