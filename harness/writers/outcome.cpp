#include "writers/outcome.hpp"

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "wire/evidence_text.hpp"

namespace conformance {

Outcome outcome_of(const RowResult& row, const Report& report) noexcept {
    const bool unseen = row.verdict == Verdict::inconclusive ||
                        row.verdict == Verdict::not_applicable ||
                        row.verdict == Verdict::not_measured || row.unobserved;
    // Without a baseline an inconclusive row breaks the gate, and is still nothing that failed.
    if (breaks_gate(row, report.judgement) && !(unseen && !report.judgement)) {
        return Outcome::failed;
    }
    return unseen ? Outcome::skipped : Outcome::passed;
}

std::string label_of(const RowResult& row) {
    return row.repetition == 1 ? row.row
                               : row.row + " (repetition " + std::to_string(row.repetition) + ")";
}

std::string message_of(const RowResult& row) {
    std::string text(row.standing ? to_string(*row.standing) : "");
    if (row.standing == Standing::as_documented && row.verdict == Verdict::pass) {
        return {};
    }
    const auto add = [&](const std::string& part) {
        text += (text.empty() || part.empty() ? "" : ": ") + part;
    };
    if (row.verdict == Verdict::fail) {
        add("expected " + expected(row) + ", got " + observed(row));
    } else if (row.verdict == Verdict::recorded) {
        add("recorded: " + observed(row));
    } else if (row.verdict != Verdict::pass) {
        add(std::string(to_string(row.verdict)) + ": " + row.reason);
    }
    return text;
}

std::string details_of(const RowResult& row) {
    auto text = message_of(row) + "\n";
    for (const auto& check : row.checks) {
        if (!check.passed) {
            text += check.expression + "\n";
        }
    }
    for (const auto& line : evidence_lines(row)) {
        text += line + "\n";
    }
    return text;
}

}  // namespace conformance
