#include "supervisor/supervisor.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/input_error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/winsock_error.hpp"
#include "model/verdict_check.hpp"
#include "supervisor/deadlines.hpp"
#include "supervisor/delay_meter.hpp"

namespace conformance {

namespace {

/// The ids of workers begin at 1.
constexpr std::size_t id_of_wire_watcher = 0;

bool watches_wire(const PlannedRow& row) {
    return !row.resolved && std::ranges::any_of(row.row.row->needs, [](const std::string& need) {
        return need.starts_with("packet-observation");
    });
}

}  // namespace

struct Supervisor::Worker {
    Shard rows;
    /// The row that runs, or the one that comes next.
    std::size_t position = 0;
    bool in_row = false;
    bool began = false;
    /// It was too slow, and has been ordered to end.
    bool late = false;
    /// Messages after the supervisor has given up on the worker are ignored.
    bool given_up = false;
    EventQueue::Clock::time_point deadline;
    SharedRecord record;
    std::unique_ptr<ChildProcess> process;
};

Supervisor::Supervisor(Plan& plan, SupervisorOptions options, EventQueue& events, Listener listener)
    : plan_(plan),
      options_(std::move(options)),
      events_(events),
      listener_(std::move(listener)),
      schedule_(
          plan.shards(options_.schedule.jobs),
          [&plan](const Shard& shard) {
              return plan.rows()[shard.front()].row.of_case->waits.count() > 0;
          },
          options_.schedule) {}

Supervisor::~Supervisor() = default;

void Supervisor::run() {
    std::optional<DelayMeter> meter;
    if (std::ranges::any_of(plan_.rows(), watches_wire)) {
        meter.emplace((*wire_).delays);
        start_wire_watcher();
    }
    bool started = start_worker();
    while (!workers_.empty() && !interrupted_) {
        // Everything that has been said is heard before anybody is called late.
        for (auto event = started ? events_.pop() : events_.pop(nearest_deadline()); event;
             event = events_.pop()) {
            handle(*event);
        }
        listener_.settled();
        stop_late_workers();
        started = start_worker();
    }
    workers_.clear();
    wire_watcher_.reset();
}

void Supervisor::start_wire_watcher() {
    try {
        wire_watcher_ = std::make_unique<ChildProcess>(
            id_of_wire_watcher, std::vector<std::wstring>{L"wire-watcher"},
            InheritedHandles{{L"--wire", wire_.handle()}}, "", events_);
    } catch (const std::system_error& error) {
        fault(std::string("the process that watches the wire cannot be started: ") + error.what());
    }
}

bool Supervisor::start_worker() {
    try {
        if (auto shard = schedule_.next()) {
            start(std::move(*shard));
            return true;
        }
    } catch (const std::system_error& error) {
        fault(std::string("no worker can be started: ") + error.what());
        schedule_.clear();
    }
    return false;
}

void Supervisor::start(Shard shard) {
    WorkerOrder order;
    order.calls_of_passed = options_.calls_of_passed;
    for (const auto index : shard) {
        const auto& result = plan_.rows()[index].result;
        order.rows.push_back({result.row, result.repetition});
        const auto variables = plan_.variables().find(result.repetition);
        if (variables != plan_.variables().end()) {
            order.variables.insert(*variables);
        }
    }
    auto worker = std::make_unique<Worker>();
    worker->rows = std::move(shard);
    worker->deadline =
        EventQueue::Clock::now() + scaled(start_deadline, options_.timeout_multiplier);
    const auto id = next_id_++;
    std::vector<std::wstring> arguments{L"worker",
                                        L"--provider",
                                        options_.provider.wstring(),
                                        L"--wsk-device",
                                        path_from_utf8(options_.wsk_device).wstring(),
                                        L"--wsk-provider",
                                        path_from_utf8(options_.wsk_provider).wstring(),
                                        L"--timeout-multiplier",
                                        std::to_wstring(options_.timeout_multiplier)};
    if (options_.wait_for_debugger) {
        arguments.emplace_back(L"--wait-for-debugger");
    }
    worker->process = std::make_unique<ChildProcess>(
        id, std::move(arguments),
        InheritedHandles{{L"--record", worker->record.handle()}, {L"--wire", wire_.handle()}},
        to_line(order), events_);
    if (options_.wait_for_debugger) {
        listener_.waits_for_debugger(worker->process->system_id());
    }
    workers_.emplace(id, std::move(worker));
}

void Supervisor::handle(const Event& event) {
    if (event.kind == Event::Kind::interrupted) {
        interrupted_ = true;
        return;
    }
    if (event.worker == id_of_wire_watcher) {
        if (event.kind == Event::Kind::ended) {
            fault("the process that watches the wire ended with " +
                  describe_exit_code(event.exit_code));
        }
        return;
    }
    const auto found = workers_.find(event.worker);
    if (found == workers_.end()) {
        return;
    }
    if (event.kind == Event::Kind::ended) {
        worker_ended(event.worker, event.exit_code);
    } else if (!found->second->given_up && !found->second->late) {
        handle_line(*found->second, event.line);
    }
}

void Supervisor::handle_line(Worker& worker, const std::string& line) {
    try {
        auto message = message_from_line(line);
        switch (message.kind) {
            case WorkerMessage::Kind::started: row_started(worker, message); break;
            case WorkerMessage::Kind::finished: row_finished(worker, std::move(message)); break;
            case WorkerMessage::Kind::fault: throw InputError(message.text);
            case WorkerMessage::Kind::provider_error: throw InputError(message.text);
            case WorkerMessage::Kind::done:
                if (worker.position < worker.rows.size()) {
                    throw InputError("a worker said that it was done before its rows were");
                }
                worker.deadline =
                    EventQueue::Clock::now() + scaled(end_deadline, options_.timeout_multiplier);
                break;
            case WorkerMessage::Kind::facts: break;
        }
    } catch (const InputError& error) {
        // A worker that is wrong once is not believed again; the row stays without a verdict.
        give_up_row(worker, error.what());
        worker.process->terminate();
    }
}

void Supervisor::row_started(Worker& worker, const WorkerMessage& message) {
    const auto id = message.id.value_or(RowId{});
    if (worker.in_row || worker.position >= worker.rows.size()) {
        throw InputError("a worker began a row out of turn: " + id.row);
    }
    const auto& row = current_row(worker);
    if (id != RowId{row.result.row, row.repetition}) {
        throw InputError("a worker began another row than its next: " + id.row);
    }
    worker.in_row = true;
    worker.began = true;
    listener_.begun(id);
    worker.deadline = EventQueue::Clock::now() + row_time(worker);
}

/// A row may be about some of its case's requirements only, or about another that it has found.
static bool may_be_about(const CaseInfo& of_case, const std::vector<std::string>& ids) {
    const auto has = [](const std::vector<std::string>& all, const std::string& id) {
        return std::ranges::find(all, id) != all.end();
    };
    return !ids.empty() && std::ranges::all_of(ids, [&](const std::string& id) {
        return has(of_case.requirements, id) || has(of_case.may_find, id);
    });
}

void Supervisor::row_finished(Worker& worker, WorkerMessage message) {
    auto& result = *message.result;
    if (!worker.in_row) {
        throw InputError("a worker ended a row that it had not begun: " + result.row);
    }
    auto& row = current_row(worker);
    const RowId expected{row.result.row, row.repetition};
    if (message.id != expected || RowId{result.row, result.repetition} != expected ||
        result.case_name != row.result.case_name ||
        !may_be_about(*row.row.of_case, result.requirements)) {
        throw InputError("a worker reported another row than its own: " + result.row);
    }
    if (const auto contradiction = verdict_contradiction(result); !contradiction.empty()) {
        throw InputError(contradiction);
    }
    const auto index = worker.rows[worker.position];
    worker.in_row = false;
    ++worker.position;
    worker.deadline =
        EventQueue::Clock::now() + scaled(start_deadline, options_.timeout_multiplier);
    const auto& busy = result.verdict == Verdict::not_measured ? result.reason : message.text;
    if (!is_tried_again(index, busy, result.duration_us)) {
        resolve(row, std::move(result));
    }
}

bool Supervisor::is_tried_again(std::size_t index, const std::string& busy,
                                std::int64_t duration_us) {
    auto& attempts = plan_.rows()[index].result.attempts;
    if (busy.empty() || !attempts.empty()) {
        return false;
    }
    attempts.push_back({busy, duration_us});
    schedule_.again(index);
    return true;
}

void Supervisor::worker_ended(std::size_t id, std::uint32_t exit_code) {
    const auto worker = std::move(workers_.extract(id).mapped());
    if (worker->in_row) {
        if (worker->late) {
            lose_row(*worker, Verdict::timeout,
                     "no end within " + seconds(row_time(*worker).count()));
        } else {
            lose_row(*worker, Verdict::crash,
                     "the process ended with " + describe_exit_code(exit_code));
        }
    } else if (!worker->began && !worker->given_up) {
        give_up_row(*worker, "a worker ended with " + describe_exit_code(exit_code) +
                                 " before it began a row");
    }
    schedule_.ended(
        worker->rows,
        {worker->rows.begin() + static_cast<std::ptrdiff_t>(worker->position), worker->rows.end()});
}

void Supervisor::stop_late_workers() {
    const auto now = EventQueue::Clock::now();
    for (auto& [id, worker] : workers_) {
        if (worker->given_up || worker->late || now < worker->deadline) {
            continue;
        }
        if (!worker->in_row && worker->position < worker->rows.size()) {
            give_up_row(*worker, "a worker did not begin a row in time");
        }
        // The flight record is read when the process has ended: until then it may still write.
        worker->late = true;
        worker->process->terminate();
    }
}

std::chrono::milliseconds Supervisor::row_time(Worker& worker) {
    return scaled(row_deadline + current_row(worker).row.of_case->waits,
                  options_.timeout_multiplier);
}

void Supervisor::give_up_row(Worker& worker, const std::string& why) {
    worker.given_up = true;
    worker.in_row = false;
    if (worker.position >= worker.rows.size()) {
        fault(why);
        return;
    }
    auto& result = current_row(worker).result;
    fault(result.row + ": " + why);
    result.reason = "the harness failed: " + why;
    ++worker.position;
}

EventQueue::Clock::time_point Supervisor::nearest_deadline() const {
    auto nearest = EventQueue::Clock::time_point::max();
    for (const auto& [id, worker] : workers_) {
        if (!worker->given_up && !worker->late) {
            nearest = std::min(nearest, worker->deadline);
        }
    }
    // A terminated worker's end always arrives; an hour stands for "no deadline", because waiting
    // until max() overflows in some standard libraries.
    return std::min(nearest, EventQueue::Clock::now() + std::chrono::hours(1));
}

PlannedRow& Supervisor::current_row(Worker& worker) {
    return plan_.rows()[worker.rows[worker.position]];
}

void Supervisor::lose_row(Worker& worker, Verdict verdict, const std::string& what) {
    auto& row = current_row(worker);
    auto result = row.result;
    result.verdict = verdict;
    result.reason = what;
    result.calls = calls_of(*worker.record);
    const auto in_call = std::ranges::find_if(
        result.calls, [](const Call& call) { return !call.result.has_value(); });
    if (in_call != result.calls.end()) {
        result.reason += ", in " + in_call->function;
    }
    worker.in_row = false;
    ++worker.position;
    resolve(row, std::move(result));
}

void Supervisor::resolve(PlannedRow& row, RowResult result) {
    result.attempts = std::move(row.result.attempts);
    result.source = std::move(row.result.source);
    row.result = std::move(result);
    row.resolved = true;
    listener_.resolved(row.result);
}

}  // namespace conformance
