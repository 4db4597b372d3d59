#include "judge/diff.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "judge/facts.hpp"
#include "judge/observation.hpp"
#include "judge/row_pattern.hpp"
#include "model/row_catalogue.hpp"
#include "wire/evidence_text.hpp"

namespace conformance {

namespace {

std::vector<FactDifference> compare_facts(const Report& before, const Report& after) {
    const auto old_facts = facts_of(before);
    const auto new_facts = facts_of(after);
    std::vector<FactDifference> differences;
    const auto value_in = [](const Facts& facts, const std::string& name) {
        const auto found = std::ranges::find(facts, name, &Facts::value_type::first);
        return found == facts.end() ? std::string("not recorded") : found->second;
    };
    for (const auto& [name, value] : old_facts) {
        const auto now = value_in(new_facts, name);
        if (now != value) {
            differences.push_back({name, value, now});
        }
    }
    for (const auto& [name, value] : new_facts) {
        if (std::ranges::find(old_facts, name, &Facts::value_type::first) == old_facts.end()) {
            differences.push_back({name, "not recorded", value});
        }
    }
    return differences;
}

bool is_of_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Replaces every `what` that is a word of its own in the text.
std::string without(std::string text, const std::string& what) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at)) {
        const auto end = at + what.size();
        const bool alone = (at == 0 || (!is_of_word(text[at - 1]) && text[at - 1] != '.')) &&
                           (end == text.size() || !is_of_word(text[end]));
        if (alone) {
            text.replace(at, what.size(), "<build>");
        }
        at += 1;
    }
    return text;
}

/// The outcome of a row of that report, without the number of the report's own build.
std::string comparable(const RowResult& row, const Report& report) {
    auto text = observed(row);
    if (!report.environment || report.environment->os.version.build == 0) {
        return text;
    }
    const auto& os = report.environment->os;
    const auto version = to_string(os.version);
    if (os.ubr) {
        text = without(std::move(text), version + "." + std::to_string(*os.ubr));
    }
    return without(without(std::move(text), version), std::to_string(os.version.build));
}

/// Whether the row was to run, and is not one that the report left out by choice.
bool was_selected(const RowResult& row) {
    return row.unobserved != Unobserved::choice;
}

std::optional<Change> change_of(const RowResult& before, const RowResult& after, bool same_text) {
    if (before.verdict == after.verdict) {
        return same_text ? std::nullopt : std::optional(Change::changed);
    }
    const auto was = badness(before.verdict);
    const auto is = badness(after.verdict);
    if (!is) {
        return was ? Change::worse : Change::changed;
    }
    if (!was || (before.verdict == Verdict::inconclusive && *is > *was)) {
        return after.verdict == Verdict::inconclusive ? Change::changed : Change::now_measured;
    }
    if (*was == *is) {
        return Change::changed;
    }
    return *is > *was ? Change::worse : Change::better;
}

using Key = std::pair<std::string_view, std::uint32_t>;

std::vector<RowDifference> compare_rows(const Report& before, const Report& after) {
    std::map<Key, const RowResult*> old_rows;
    for (const auto& row : before.rows) {
        if (was_selected(row)) {
            old_rows[{row.row, row.repetition}] = &row;
        }
    }
    std::vector<RowDifference> differences;
    for (const auto& row : after.rows) {
        if (!was_selected(row)) {
            continue;
        }
        const auto found = old_rows.find({row.row, row.repetition});
        if (found == old_rows.end()) {
            differences.push_back({Change::appeared, nullptr, &row});
            continue;
        }
        const bool same_text = comparable(*found->second, before) == comparable(row, after);
        if (const auto change = change_of(*found->second, row, same_text)) {
            differences.push_back({*change, found->second, &row});
        }
        old_rows.erase(found);
    }
    for (const auto& row : before.rows) {
        if (old_rows.contains({row.row, row.repetition})) {
            differences.push_back({Change::vanished, &row, nullptr});
        }
    }
    return differences;
}

std::string what_is_alike(const RowDifference& difference) {
    std::string text(to_string(difference.change));
    const auto add = [&](const RowResult* row, const RowResult* other) {
        text += '\0';
        if (row != nullptr) {
            text += std::string(to_string(row->verdict)) + '\0' + observed(*row);
        }
        for (const auto& line : own_calls(row, other)) {
            text += '\0' + line;
        }
    };
    add(difference.before, difference.after);
    add(difference.after, difference.before);
    return text + std::string(case_of(difference.row().row));
}

void name_groups(std::vector<DifferenceGroup>& groups,
                 const std::map<std::string, std::set<std::string>, std::less<>>& rows_of_case) {
    for (auto& group : groups) {
        if (group.change == Change::appeared || group.change == Change::vanished) {
            continue;
        }
        std::set<std::string> mine;
        for (const auto* row : group.rows) {
            mine.insert(row->row().row);
        }
        std::vector<std::string> others;
        for (const auto& row : rows_of_case.find(case_of(*mine.begin()))->second) {
            if (!mine.contains(row)) {
                others.push_back(row);
            }
        }
        group.patterns = patterns_for({mine.begin(), mine.end()}, others);
    }
}

}  // namespace

std::optional<int> badness(Verdict verdict) noexcept {
    switch (verdict) {
        case Verdict::pass:
        case Verdict::recorded:
        case Verdict::not_applicable: return 0;
        case Verdict::inconclusive: return 1;
        case Verdict::fail: return 2;
        case Verdict::timeout: return 3;
        case Verdict::crash: return 4;
        case Verdict::not_measured:
        case Verdict::not_run: break;
    }
    return std::nullopt;
}

std::string_view to_string(Change change) noexcept {
    static constexpr std::array<std::string_view, 6> names{"worse",  "now-measured", "changed",
                                                           "better", "appeared",     "vanished"};
    return names[static_cast<std::size_t>(change)];
}

std::size_t Diff::count(Change change) const noexcept {
    return static_cast<std::size_t>(std::ranges::count(rows, change, &RowDifference::change));
}

Diff diff(const Report& before, const Report& after) {
    Diff result;
    result.facts = compare_facts(before, after);
    result.rows = compare_rows(before, after);

    std::map<std::string, std::set<std::string>, std::less<>> rows_of_case;
    for (const auto* report : {&before, &after}) {
        for (const auto& row : report->rows) {
            rows_of_case[std::string(case_of(row.row))].insert(row.row);
        }
    }
    std::vector<std::string> order;
    for (const auto* report : {&after, &before}) {
        for (const auto& requirement : report->requirements) {
            order.push_back(requirement.id);
        }
    }
    std::map<std::pair<std::string, std::string>, DifferenceGroup> by_likeness;
    for (const auto& difference : result.rows) {
        const auto& ids = difference.row().requirements;
        const auto id = ids.empty() ? std::string("no requirement") : ids.front();
        auto& group = by_likeness[{id, what_is_alike(difference)}];
        group.change = difference.change;
        group.requirement = id;
        group.rows.push_back(&difference);
    }
    for (auto& [alike, group] : by_likeness) {
        result.groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(result.groups, {}, [&](const DifferenceGroup& group) {
        return std::pair(group.change, std::ranges::find(order, group.requirement) - order.begin());
    });
    name_groups(result.groups, rows_of_case);
    return result;
}

std::vector<std::string> own_calls(const RowResult* row, const RowResult* other) {
    const auto lines_of = [](const RowResult* result) {
        return result == nullptr ? std::vector<std::string>() : evidence_lines(*result);
    };
    auto lines = lines_of(row);
    const auto others = lines_of(other);
    const auto prefix = std::ranges::mismatch(lines, others).in1 - lines.begin();
    lines.erase(lines.begin(), lines.begin() + prefix);
    std::size_t suffix = 0;
    const auto rest = others.size() - static_cast<std::size_t>(prefix);
    while (suffix < lines.size() && suffix < rest &&
           lines[lines.size() - 1 - suffix] == others[others.size() - 1 - suffix]) {
        ++suffix;
    }
    lines.resize(lines.size() - suffix);
    return lines;
}

}  // namespace conformance
