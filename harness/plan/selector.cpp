#include "plan/selector.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/input_error.hpp"
#include "model/suggestion.hpp"

namespace conformance {

namespace {

using Matches = std::function<bool(const RowReference&)>;

std::string quoted(const std::string& selector) {
    return "the selector \"" + selector + "\"";
}

std::vector<RowParameter> parse_values(const std::string& selector, std::string_view values) {
    std::vector<RowParameter> parameters;
    while (!values.empty()) {
        const auto comma = std::min(values.find(','), values.size());
        const auto pair = values.substr(0, comma);
        const auto equals = pair.find('=');
        if (equals == pair.npos || equals == 0 || equals + 1 == pair.size()) {
            throw InputError(quoted(selector) +
                             ": expected key=value between the brackets, got \"" +
                             std::string(pair) + "\"");
        }
        parameters.push_back(
            {std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1))});
        values.remove_prefix(std::min(comma + 1, values.size()));
    }
    return parameters;
}

std::vector<std::string> case_names(const std::vector<CaseInfo>& cases) {
    std::vector<std::string> names;
    std::ranges::transform(cases, std::back_inserter(names), &CaseInfo::name);
    return names;
}

/// "a", "b" and others, each once, in the order in which they come.
void add(std::vector<std::string>& texts, const std::string& text) {
    if (std::ranges::find(texts, text) == texts.end()) {
        texts.push_back(text);
    }
}

/// The case has to have the parameter, and the value for it.
void require_value(const std::string& selector, const CaseInfo& of_case,
                   const RowParameter& wanted) {
    std::vector<std::string> names;
    std::vector<std::string> values;
    for (const auto& row : of_case.rows) {
        for (const auto& parameter : row.parameters) {
            add(names, parameter.name);
            if (parameter.name == wanted.name) {
                add(values, parameter.value);
            }
        }
    }
    const auto has = [&](const std::string& name) {
        return "the case has no parameter \"" + name + "\"" +
               (names.empty() ? ", and no others" : "; it has " + listed(names));
    };
    if (values.empty()) {
        throw InputError(quoted(selector) + ": " + has(wanted.name));
    }
    if (std::ranges::find(values, wanted.value) == values.end()) {
        throw InputError(quoted(selector) + ": " + wanted.name + " is never \"" + wanted.value +
                         "\"; it is " + listed(values));
    }
}

Matches match_values(const std::string& selector, const std::vector<CaseInfo>& cases) {
    const auto bracket = selector.find('[');
    const auto name = selector.substr(0, bracket);
    if (selector.back() != ']' || name.empty()) {
        throw InputError(quoted(selector) + ": expected case[key=value,...]");
    }
    const auto wanted = selected_values(selector);
    const auto of_case = std::ranges::find(cases, name, &CaseInfo::name);
    if (of_case == cases.end()) {
        throw InputError(quoted(selector) + ": there is no case \"" + name + "\"" +
                         did_you_mean(name, case_names(cases)));
    }
    for (const auto& parameter : wanted) {
        require_value(selector, *of_case, parameter);
    }
    return [wanted, name](const RowReference& row) {
        return row.of_case->name == name &&
               std::ranges::all_of(wanted, [&](const RowParameter& parameter) {
                   return std::ranges::find(row.row->parameters, parameter) !=
                          row.row->parameters.end();
               });
    };
}

Matches match_requirement(const std::string& selector, const RequirementCatalogue& requirements) {
    if (requirements.find(selector) == nullptr) {
        std::vector<std::string> ids;
        std::ranges::transform(requirements.requirements(), std::back_inserter(ids),
                               &Requirement::id);
        throw InputError(quoted(selector) + ": there is no requirement of that id" +
                         did_you_mean(selector, ids));
    }
    return [selector](const RowReference& row) {
        return std::ranges::find(row.of_case->requirements, selector) !=
               row.of_case->requirements.end();
    };
}

Matches match_path(const std::string& selector) {
    const auto usable = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
    };
    if (!std::ranges::all_of(selector, usable)) {
        throw InputError(quoted(selector) +
                         ": expected a case path, a requirement id or case[key=value,...]");
    }
    auto path = selector;
    while (path.ends_with('/')) {
        path.pop_back();
    }
    return [path](const RowReference& row) {
        const auto& name = row.of_case->name;
        return name.starts_with(path) && (name.size() == path.size() || name[path.size()] == '/');
    };
}

Matches parse(const std::string& selector, const std::vector<CaseInfo>& cases,
              const RequirementCatalogue& requirements) {
    if (selector.empty()) {
        throw InputError("a selector is empty: expected a case path or a requirement id");
    }
    if (selector.find('[') != selector.npos) {
        return match_values(selector, cases);
    }
    if (selector.find('.') != selector.npos) {
        return match_requirement(selector, requirements);
    }
    return match_path(selector);
}

/// The names of the cases and their beginnings, up to each slash.
std::vector<std::string> paths_of(const std::vector<CaseInfo>& cases) {
    std::set<std::string> paths;
    for (const auto& of_case : cases) {
        for (auto end = of_case.name.find('/'); end != std::string::npos;
             end = of_case.name.find('/', end + 1)) {
            paths.insert(of_case.name.substr(0, end));
        }
        paths.insert(of_case.name);
    }
    return {paths.begin(), paths.end()};
}

/// The selectors as conditions. Throws for one that is none, or that no row fits.
std::vector<Matches> parse_all(const std::vector<std::string>& selectors,
                               const std::vector<RowReference>& rows,
                               const std::vector<CaseInfo>& cases,
                               const RequirementCatalogue& requirements) {
    std::vector<Matches> all;
    for (const auto& selector : selectors) {
        all.push_back(parse(selector, cases, requirements));
    }
    for (std::size_t i = 0; i < selectors.size(); ++i) {
        if (std::ranges::none_of(rows, all[i])) {
            throw InputError(quoted(selectors[i]) + " matches no row" +
                             did_you_mean(selectors[i], paths_of(cases)));
        }
    }
    return all;
}

}  // namespace

std::vector<RowParameter> selected_values(const std::string& selector) {
    const auto bracket = selector.find('[');
    if (bracket == selector.npos) {
        return {};
    }
    return parse_values(
        selector, std::string_view(selector).substr(bracket + 1, selector.size() - bracket - 2));
}

std::vector<SelectedRow> select_rows(const std::vector<std::string>& selectors,
                                     const std::vector<std::string>& excluded,
                                     const std::vector<CaseInfo>& cases,
                                     const RequirementCatalogue& requirements) {
    const auto rows = all_rows(cases);
    const auto wanted = parse_all(selectors, rows, cases, requirements);
    const auto unwanted = parse_all(excluded, rows, cases, requirements);
    const auto is_named = [&](const RowReference& row) {
        return std::ranges::any_of(selectors, [&](const std::string& selector) {
            const auto name = selector.substr(0, selector.find('['));
            return name.substr(0, name.find_last_not_of('/') + 1) == row.of_case->name;
        });
    };
    std::vector<SelectedRow> selected;
    for (const auto& row : rows) {
        const auto fits = [&](const Matches& match) { return match(row); };
        if (!selectors.empty() && std::ranges::none_of(wanted, fits)) {
            continue;
        }
        std::string left_out;
        if (const auto found = std::ranges::find_if(unwanted, fits); found != unwanted.end()) {
            left_out = "--exclude " + excluded[static_cast<std::size_t>(found - unwanted.begin())];
        } else if (row.of_case->only_when_named && !is_named(row)) {
            left_out = "it runs only when its case is named";
        }
        selected.push_back({row, std::move(left_out)});
    }
    return selected;
}

}  // namespace conformance
