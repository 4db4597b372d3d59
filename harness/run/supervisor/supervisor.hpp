#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "plan/schedule.hpp"
#include "supervisor/child_process.hpp"
#include "supervisor/event_queue.hpp"
#include "worker_protocol/shared_memory.hpp"
#include "worker_protocol/worker_protocol.hpp"

namespace conformance {

struct SupervisorOptions {
    std::filesystem::path provider;
    /// The device of the probe driver, when it is loaded, and the provider that answers its calls.
    std::string wsk_device;
    std::string wsk_provider = "system";
    Schedule::Options schedule;
    double timeout_multiplier = 1;
    /// The workers wait for a debugger, and the listener gets their process ids.
    bool wait_for_debugger = false;
    /// Whether workers send the calls of rows that pass.
    bool calls_of_passed = true;
};

/// Runs the rows of a plan in worker processes and survives their failures: a worker that hangs or
/// dies costs the row that it was running, and another worker runs the rest.
class Supervisor {
public:
    /// Callbacks for the events of rows, called at once.
    struct Listener {
        std::function<void(const RowId&)> begun;
        std::function<void(const RowResult&)> resolved;
        /// All events so far have been handled.
        std::function<void()> settled;
        /// A process that waits for a debugger, by its id.
        std::function<void(std::uint32_t)> waits_for_debugger;
    };

    Supervisor(Plan& plan, SupervisorOptions options, EventQueue& events, Listener listener);
    ~Supervisor();

    /// Resolves every row of the plan, or stops early on an Event::interrupted.
    void run();

    bool interrupted() const noexcept { return interrupted_; }
    /// Failures of the harness itself, a line each: never a verdict.
    const std::vector<std::string>& faults() const noexcept { return faults_; }

private:
    struct Worker;

    void start_wire_watcher();
    /// Starts one worker, when one may start now. Returns whether it did.
    bool start_worker();
    void start(Shard shard);
    void handle(const Event& event);
    void handle_line(Worker& worker, const std::string& line);
    void row_started(Worker& worker, const WorkerMessage& message);
    void row_finished(Worker& worker, WorkerMessage message);
    void worker_ended(std::size_t id, std::uint32_t exit_code);
    void stop_late_workers();
    EventQueue::Clock::time_point nearest_deadline() const;

    PlannedRow& current_row(Worker& worker);
    /// How long the current row may take.
    std::chrono::milliseconds row_time(Worker& worker);
    /// The harness failed in the current row, or outside of rows: records a fault; the row stays
    /// without a verdict.
    void give_up_row(Worker& worker, const std::string& why);
    /// The running row is lost: it gets `verdict`, with the call that it was in.
    void lose_row(Worker& worker, Verdict verdict, const std::string& what);
    void resolve(PlannedRow& row, RowResult result);
    /// Runs a row once more, alone, when the machine was too busy for its checks: `busy` is the
    /// reason, or empty.
    bool is_tried_again(std::size_t index, const std::string& busy, std::int64_t duration_us);
    void fault(const std::string& what) { faults_.push_back(what); }

    Plan& plan_;
    SupervisorOptions options_;
    EventQueue& events_;
    Listener listener_;
    Schedule schedule_;
    SharedWire wire_;
    std::unique_ptr<ChildProcess> wire_watcher_;
    std::map<std::size_t, std::unique_ptr<Worker>> workers_;
    std::size_t next_id_ = 1;
    bool interrupted_ = false;
    std::vector<std::string> faults_;
};

}  // namespace conformance
