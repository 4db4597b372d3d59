#pragma once

#include <functional>
#include <vector>

#include "cases/case.hpp"
#include "worker_protocol/worker_protocol.hpp"

namespace conformance {

/// A row to run: its case, its values, and its result.
struct RunnableRow {
    const RegisteredCase* of_case = nullptr;
    std::size_t row = 0;
    std::uint32_t repetition = 1;
};

/// The row with that id. Throws std::logic_error when there is none.
using FindRow = std::function<RunnableRow(const RowId&)>;
/// Sends a message about a row to the supervisor.
using Send = std::function<void(const WorkerMessage&)>;

/// Runs the rows one after another as test cases of one Catch2 session, each under its whole name,
/// and reports its start and its result. A row's verdict is decided here: a failed check is `fail`,
/// Inconclusive from the body is `inconclusive`, and otherwise the row is `pass`. A row without a
/// check, or with another exception, is a fault. Before the first row of another repetition, the
/// process gets the environment variables that `order` has for it, and facts found so far are
/// dropped.
void run_rows(const FindRow& find_row, const RunContext& context, FlightRecorder& recorder,
              const FlightRecord& record, const WorkerOrder& order, const Send& send);

}  // namespace conformance
