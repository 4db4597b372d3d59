#include "judge/gate.hpp"

#include <algorithm>

namespace conformance {

bool breaks_gate(const RowResult& row, const std::optional<Judgement>& judgement) noexcept {
    if (row.unobserved == Unobserved::choice || row.unobserved == Unobserved::version) {
        return false;
    }
    if (row.verdict == Verdict::not_run) {
        return true;
    }
    if (!judgement) {
        return row.verdict != Verdict::pass && row.verdict != Verdict::not_applicable &&
               row.verdict != Verdict::recorded && row.verdict != Verdict::not_measured;
    }
    return (row.standing && (breaks_gate(*row.standing) ||
                             (judgement->strict && *row.standing == Standing::improvement)));
}

bool gate_holds(const Report& report) noexcept {
    return report.run.complete && std::ranges::none_of(report.rows, [&](const RowResult& row) {
               return breaks_gate(row, report.judgement);
           });
}

}  // namespace conformance
