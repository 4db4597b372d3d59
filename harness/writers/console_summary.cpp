#include "writers/console_summary.hpp"

#include <algorithm>

#include "model/text.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

std::string counted(const std::map<Verdict, std::size_t>& by_verdict) {
    std::string text;
    for (const auto& [verdict, count] : by_verdict) {
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
                std::string(to_string(verdict));
    }
    return text;
}

/// What hid rows, once each, the most rows first: those that could not be observed are not among
/// them.
std::string what_hides(const Report& report) {
    std::map<std::string, std::size_t> counts;
    for (const auto& row : report.rows) {
        if (row.verdict == Verdict::inconclusive && !row.unobserved) {
            ++counts[row.reason];
        }
    }
    std::vector<std::pair<std::size_t, std::string>> sorted;
    constexpr std::size_t few = 10;
    for (const auto& [reason, count] : counts) {
        if (count >= few) {
            sorted.emplace_back(count, reason);
        }
    }
    std::ranges::sort(sorted, std::ranges::greater{}, &std::pair<std::size_t, std::string>::first);
    std::string text;
    for (const auto& [count, reason] : sorted) {
        text += "Hidden        " + std::to_string(count) + " rows: " + terminal_text(reason) + "\n";
    }
    return text;
}

std::string reasons(const Report& report) {
    std::string text;
    for (const auto verdict : {Verdict::crash, Verdict::timeout, Verdict::fail,
                               Verdict::inconclusive, Verdict::not_measured, Verdict::not_run}) {
        if (std::ranges::find(report.rows, verdict, &RowResult::verdict) == report.rows.end()) {
            continue;
        }
        text += "\n" + std::string(to_string(verdict)) + "\n";
        for (const auto& row : report.rows) {
            if (row.verdict == verdict) {
                text += "  " + console_line(row) + "\n";
            }
        }
    }
    return text;
}

}  // namespace

std::string console_line(const RowResult& row) {
    auto line = joined(row.requirements) + "  " + row.row;
    if (row.repetition > 1) {
        line += " (repetition " + std::to_string(row.repetition) + ")";
    }
    if (const auto* failed = row.failed_check()) {
        line += "  expected " + failed->expected + ", got " + failed->actual;
    }
    if (!row.reason.empty()) {
        line += "  " + row.reason;
    }
    return terminal_text(line);
}

std::string console_summary(const Report& report) {
    const auto hidden = what_hides(report);
    return (hidden.empty() ? "" : "\n" + hidden) + reasons(report) + "\n" + console_facts(report);
}

std::string console_facts(const Report& report) {
    std::string text;
    if (report.environment) {
        const auto& environment = *report.environment;
        text += "System        " + terminal_text(describe(environment)) + "\n";
        text += "Winsock       " + terminal_text(environment.provider.path);
        if (!environment.provider.version.empty()) {
            text += ", version " + terminal_text(environment.provider.version);
        }
        text += "\n";
    }
    for (const auto& capability : report.capabilities) {
        if (!capability.available) {
            text +=
                "Missing       " + terminal_text(capability.name + ": " + capability.reason) + "\n";
        }
    }
    std::map<Verdict, std::size_t> requirement_counts;
    std::map<Basis, std::map<Verdict, std::size_t>> by_basis;
    std::size_t in_part = 0;
    for (const auto& requirement : report.requirements) {
        ++requirement_counts[requirement.of_rows.verdict];
        ++by_basis[requirement.basis][requirement.of_rows.verdict];
        in_part += requirement.of_rows.in_part() ? 1 : 0;
    }
    text +=
        "Requirements  " + std::to_string(report.requirements.size()) + ": " +
        counted(requirement_counts) +
        (in_part == 0 ? "" : "; " + std::to_string(in_part) + " of them by a part of their rows") +
        "\n";
    for (const auto& [basis, counts] : by_basis) {
        text += "  " + std::string(to_string(basis)) +
                std::string(12 - to_string(basis).size(), ' ') + counted(counts) + "\n";
    }
    text += "Rows          " + std::to_string(report.rows.size()) + ": " +
            counted(count_verdicts(report.rows)) + "\n";
    text += "Duration      " + seconds(report.run.duration_ms) + ", seed " +
            std::to_string(report.run.seed) + (report.run.complete ? "" : ", INCOMPLETE") + "\n";
    return text;
}

}  // namespace conformance
