#include "judge/row_pattern.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/input_error.hpp"
#include "model/row_catalogue.hpp"

namespace conformance {

namespace {

constexpr std::string_view any = "*";

bool fits(const std::vector<RowParameter>& pattern, const std::vector<RowParameter>& row) {
    return std::ranges::equal(pattern, row, [](const RowParameter& one, const RowParameter& other) {
        return one.name == other.name && (one.value == any || one.value == other.value);
    });
}

std::string text_of(const std::string& case_name, const std::vector<RowParameter>& pattern) {
    std::string text = case_name;
    for (const auto& parameter : pattern) {
        text +=
            (&parameter == &pattern.front() ? "[" : ",") + parameter.name + "=" + parameter.value;
    }
    return pattern.empty() ? text : text + "]";
}

}  // namespace

std::vector<RowParameter> parameters_of(std::string_view row) {
    std::vector<RowParameter> parameters;
    const auto bracket = row.find('[');
    if (bracket == row.npos) {
        return parameters;
    }
    auto rest = row.substr(bracket + 1, row.size() - bracket - 2);
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        const auto pair = rest.substr(0, comma);
        const auto equals = std::min(pair.find('='), pair.size());
        parameters.push_back({std::string(pair.substr(0, equals)),
                              std::string(pair.substr(std::min(equals + 1, pair.size())))});
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return parameters;
}

RowPattern::RowPattern(std::string_view text, const std::string& where)
    : case_name_(case_of(text)) {
    const bool has_brackets = case_name_.size() != text.size();
    every_row_ = text.substr(case_name_.size()) == "[*]";
    if (has_brackets && !every_row_) {
        parameters_ = parameters_of(text);
    }
    const bool good_parameters = std::ranges::all_of(parameters_, [](const RowParameter& one) {
        return !one.name.empty() && !one.value.empty();
    });
    if (case_name_.empty() || (has_brackets && !text.ends_with(']')) || !good_parameters ||
        (has_brackets && !every_row_ && parameters_.empty())) {
        throw InputError(where + ": expected a row such as case[key=value,key=*], got \"" +
                         std::string(text) + "\"");
    }
}

bool RowPattern::matches(std::string_view row) const {
    return case_of(row) == case_name_ && (every_row_ || fits(parameters_, parameters_of(row)));
}

std::vector<std::string> patterns_for(const std::vector<std::string>& rows,
                                      const std::vector<std::string>& others) {
    std::vector<std::vector<RowParameter>> wanted;
    std::vector<std::vector<RowParameter>> unwanted;
    std::ranges::transform(rows, std::back_inserter(wanted), parameters_of);
    std::ranges::transform(others, std::back_inserter(unwanted), parameters_of);
    std::vector<std::string> patterns;
    std::vector<bool> covered(wanted.size(), false);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (covered[i]) {
            continue;
        }
        // The row itself, with as many of its values free as go.
        auto pattern = wanted[i];
        for (auto& parameter : pattern) {
            auto value = std::exchange(parameter.value, any);
            if (std::ranges::any_of(unwanted,
                                    [&](const auto& other) { return fits(pattern, other); })) {
                parameter.value = std::move(value);
            }
        }
        for (std::size_t j = i; j < wanted.size(); ++j) {
            if (!covered[j] && fits(pattern, wanted[j])) {
                covered[j] = true;
                // No row is to have two patterns.
                unwanted.push_back(wanted[j]);
            }
        }
        patterns.push_back(text_of(std::string(case_of(rows[i])), pattern));
    }
    return patterns;
}

}  // namespace conformance
