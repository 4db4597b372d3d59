#pragma once

#include <functional>
#include <vector>

#include "cases/case.hpp"
#include "worker_protocol/worker_protocol.hpp"
#include "winsock/winsock.hpp"

namespace conformance {

/// One row as it is run: its case, its values, and what will be known of it.
struct RunnableRow {
    const RegisteredCase* of_case = nullptr;
    std::size_t row = 0;
    std::uint32_t repetition = 1;
};

/// How the runner reports rows as it goes.
using Send = std::function<void(const WorkerMessage&)>;

/// Runs the rows one after the other as test cases of one Catch2 session, each under its whole
/// name, and reports for each that it started and what came of it. This is where a row's verdict is
/// made: a failed check is `fail`, Inconclusive out of the body `inconclusive`, checks that all
/// held `pass`. A row without a check, or one that lets another exception out, is a fault.
/// `wsk` is null where the probe driver is not loaded. Before a row of another repetition than the
/// last one's, the process gets the environment variables that `order` has for it, and what was
/// found out is forgotten.
void run_rows(const std::vector<RunnableRow>& rows, Winsock& winsock, Wsk* wsk,
              FlightRecorder& recorder, const FlightRecord& record, const WorkerOrder& order,
              const Send& send);

}  // namespace conformance
