#include "judge/gate.hpp"

#include <algorithm>

namespace conformance {

bool gate_holds(const Report& report) noexcept {
    return report.run.complete && std::ranges::all_of(report.rows, [](const RowResult& row) {
               return row.verdict == Verdict::pass || row.verdict == Verdict::not_applicable;
           });
}

}  // namespace conformance
