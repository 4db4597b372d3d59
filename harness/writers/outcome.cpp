#include "writers/outcome.hpp"

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "wire/evidence_text.hpp"
#include "writers/rerun.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

namespace {

std::string with_repetition(const std::string& text, const RowResult& row) {
    return row.repetition == 1 ? text
                               : text + " (repetition " + std::to_string(row.repetition) + ")";
}

}  // namespace

Outcome outcome_of(const RowResult& row, const Report& report) noexcept {
    if (breaks_gate(row, report.judgement)) {
        return Outcome::failed;
    }
    if (row.standing == Standing::known_deviation) {
        return Outcome::known_deviation;
    }
    const bool was_observed = row.verdict == Verdict::pass || row.verdict == Verdict::recorded;
    return was_observed && !row.unobserved ? Outcome::passed : Outcome::skipped;
}

std::string label_of(const RowResult& row) {
    return with_repetition(row.row, row);
}

std::string parameters_label_of(const RowResult& row) {
    const auto begin = row.row.find('[');
    if (begin == row.row.npos) {
        return with_repetition("no parameters", row);
    }
    return with_repetition(row.row.substr(begin + 1, row.row.size() - begin - 2), row);
}

std::string message_of(const RowResult& row) {
    switch (row.verdict) {
        case Verdict::pass:
            return row.standing == Standing::improvement
                       ? "passes where the baseline has it deviate"
                       : "";
        case Verdict::fail: return "expected " + expected(row) + ", got " + observed(row);
        case Verdict::recorded: return observed(row);
        default: return row.reason;
    }
}

std::string known_text(const RowResult& row, const BaselineEntry* entry) {
    return message_of(row) + (entry == nullptr ? "" : " (" + entry->reason + ")");
}

const BaselineEntry* entry_of(const RowResult& row, const KnownDeviations* known) {
    return known == nullptr ? nullptr : known->find(row.row);
}

std::string details_of(const RowResult& row, const Report& report, const BaselineEntry* entry) {
    std::string text;
    if (entry != nullptr) {
        text += "recorded: " + recorded_text(*entry) + "\n";
    }
    for (const auto& check : row.checks) {
        if (!check.passed) {
            text += (row.source ? row.source->file + ":" + std::to_string(check.line) + ": " : "") +
                    check.expression + "\n  expected " + check.expected + "\n  got " +
                    check.actual + "\n";
        }
    }
    const auto rerun = rerun_command(report, {&row});
    if (!rerun.empty()) {
        text += "rerun: " + rerun + "\n";
    }
    for (const auto& line : evidence_lines(row)) {
        text += line + "\n";
    }
    return text;
}

}  // namespace conformance
