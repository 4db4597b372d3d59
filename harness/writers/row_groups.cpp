#include "writers/row_groups.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "writers/outcome.hpp"

namespace conformance {

namespace {

constexpr std::array worst_first{
    Verdict::crash,        Verdict::timeout,      Verdict::fail,
    Verdict::not_run,      Verdict::inconclusive, Verdict::recorded,
    Verdict::not_measured, Verdict::pass,         Verdict::not_applicable};

constexpr std::array standings_worst_first{Standing::regression,         Standing::changed,
                                           Standing::recorded_otherwise, Standing::unknown,
                                           Standing::improvement,        Standing::known_deviation,
                                           Standing::as_recorded,        Standing::as_documented};

template <typename Order, typename Value>
std::ptrdiff_t place_in(const Order& order, const Value& value) {
    return std::ranges::find(order, value) - order.begin();
}

std::pair<std::ptrdiff_t, std::ptrdiff_t> seriousness_of(const RowResult& row) {
    return {place_in(worst_first, row.verdict), row.standing
                                                    ? place_in(standings_worst_first, *row.standing)
                                                    : std::ssize(standings_worst_first)};
}

auto seriousness_of_group(const RowGroup& group) {
    return std::tuple(!group.breaks_gate, seriousness_of(group.first()), -std::ssize(group.rows));
}

/// The properties that the rows of one group share.
using Alike = std::tuple<std::string, bool, Verdict, int, std::string, std::string, std::string>;

Alike what_is_alike(const RowResult& row, bool breaks, const BaselineEntry* entry) {
    // Why something was not observed is of the machine, and not of one case.
    const bool by_reason = row.verdict == Verdict::inconclusive ||
                           row.verdict == Verdict::not_measured || row.verdict == Verdict::not_run;
    return {by_reason ? std::string() : row.case_name,
            breaks,
            row.verdict,
            row.standing ? static_cast<int>(*row.standing) : -1,
            expected(row),
            observed(row),
            entry == nullptr ? std::string() : recorded_text(*entry)};
}

std::string counted(std::size_t count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string observed_text(const RowResult& row) {
    const auto text = observed(row);
    return std::string(to_string(row.verdict)) + (text.empty() ? "" : ": " + text);
}

std::string recorded_text(const BaselineEntry& entry) {
    std::string text;
    for (const auto& outcome : entry.outcomes()) {
        text += (text.empty() ? "" : ", or ") + std::string(to_string(outcome.verdict)) +
                (outcome.observed.empty() ? "" : ": " + outcome.observed);
    }
    return text + " (" + entry.reason + ")";
}

std::string RowGroup::what() const {
    return std::string(to_string(first().verdict)) +
           (first().standing ? ", " + std::string(to_string(*first().standing)) : "");
}

std::string RowGroup::label() const {
    if (rows.size() == 1) {
        return label_of(first());
    }
    std::set<std::string> names;
    std::set<std::string> cases;
    for (const auto* row : rows) {
        names.insert(row->row);
        cases.insert(row->case_name);
    }
    if (cases.size() > 1) {
        return counted(rows.size(), "row") + " of " + counted(cases.size(), "case");
    }
    constexpr std::size_t most_for_patterns = 1000;
    if (!of_case || of_case->size() > most_for_patterns) {
        return first().case_name + ", " + counted(rows.size(), "row");
    }
    std::vector<std::string> others;
    for (const auto* row : *of_case) {
        if (!names.contains(row->row)) {
            others.push_back(row->row);
        }
    }
    const auto patterns = patterns_for({names.begin(), names.end()}, others);
    if (patterns.size() > 2 || names.size() < rows.size()) {
        return first().case_name + ", " + counted(rows.size(), "row");
    }
    auto text = patterns.front();
    for (std::size_t i = 1; i < patterns.size(); ++i) {
        text += ", " + patterns[i];
    }
    return text + ", " + counted(rows.size(), "row");
}

std::vector<const RowResult*> rows_worst_first(const Report& report) {
    std::vector<const RowResult*> rows;
    for (const auto& row : report.rows) {
        rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, {}, [&](const RowResult* row) {
        const bool breaks = breaks_gate(*row, report.judgement);
        return std::tuple(
            !breaks, breaks ? seriousness_of(*row) : std::pair<std::ptrdiff_t, std::ptrdiff_t>());
    });
    return rows;
}

std::vector<RowGroup> row_groups(const Report& report, const KnownDeviations* known,
                                 const std::function<bool(const RowResult&)>& wanted) {
    std::map<Alike, RowGroup> by_likeness;
    std::map<std::string, std::shared_ptr<std::vector<const RowResult*>>> of_case;
    for (const auto& row : report.rows) {
        auto& rows_of_case = of_case[row.case_name];
        rows_of_case =
            rows_of_case ? rows_of_case : std::make_shared<std::vector<const RowResult*>>();
        rows_of_case->push_back(&row);
        if (!wanted(row)) {
            continue;
        }
        const auto* entry = known == nullptr ? nullptr : known->find(row.row);
        const bool breaks = breaks_gate(row, report.judgement);
        auto& group = by_likeness[what_is_alike(row, breaks, entry)];
        group.breaks_gate = breaks;
        group.entry = group.rows.empty() ? entry : group.entry;
        group.rows.push_back(&row);
    }
    std::vector<RowGroup> groups;
    for (auto& [alike, group] : by_likeness) {
        group.has_baseline = known != nullptr;
        group.of_case = of_case[group.first().case_name];
        groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(groups, {}, seriousness_of_group);
    return groups;
}

}  // namespace conformance
