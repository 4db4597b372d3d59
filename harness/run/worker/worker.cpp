#include "worker/worker.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cases/case.hpp"
#include "facts/machine_environment.hpp"
#include "facts/provider_facts.hpp"
#include "loopback/setup_timeout.hpp"
#include "base/utf8.hpp"
#include "plan/selector.hpp"
#include "worker/fault_exit.hpp"
#include "worker_protocol/handle.hpp"
#include "worker/row_runner.hpp"
#include "worker_protocol/shared_memory.hpp"
#include "worker_protocol/worker_protocol.hpp"
#include "winsock/winsock.hpp"

namespace conformance {

namespace {

std::string read_all(HANDLE input) {
    std::string text;
    std::array<char, 65536> block{};
    DWORD done = 0;
    while (ReadFile(input, block.data(), static_cast<DWORD>(block.size()), &done, nullptr) &&
           done != 0) {
        text.append(block.data(), done);
    }
    return text;
}

/// Otherwise every process that a provider starts would keep the supervisor's pipes open.
void keep_from_children(const WorkerOptions& options) {
    for (const auto number :
         {options.input, options.output, options.record, options.wire, options.supervisor}) {
        SetHandleInformation(handle_of(number), HANDLE_FLAG_INHERIT, 0);
    }
}

/// The job ends this process with the supervisor, except where jobs do not nest (before NT 6.2) and
/// the supervisor already is in one, and where the system does not end the processes of a job
/// (ReactOS).
void end_with(HANDLE supervisor) {
    std::thread([supervisor] {
        WaitForSingleObject(supervisor, INFINITE);
        TerminateProcess(GetCurrentProcess(), 1);
    }).detach();
}

/// The system signals no event when a debugger attaches.
void wait_for_debugger() {
    constexpr DWORD again_after = 50;
    while (!IsDebuggerPresent()) {
        Sleep(again_after);
    }
}

class Worker {
public:
    explicit Worker(const WorkerOptions& options)
        : options_(options),
          output_(handle_of(options.output)),
          record_(handle_of(options.record)),
          wire_(handle_of(options.wire)),
          recorder_(*record_) {}

    void work() {
        const auto order = order_from_line(read_all(handle_of(options_.input)));
        const ProviderLibrary provider(options_.provider);
        Winsock winsock(provider.functions(), recorder_);
        // Rows that need a process of their own come alone, and start Winsock themselves.
        const bool starts_winsock =
            order.rows.empty() || !find_row(order.rows.front()).of_case->info.own_process;
        if (starts_winsock) {
            const auto started = winsock.startup(MAKEWORD(2, 2));
            if (started.failed) {
                throw ProviderError("the provider's WSAStartup answered " + describe(started));
            }
        }
        if (order.facts) {
            send_facts(winsock, provider, order.wire);
        }
        if (!order.rows.empty()) {
            std::optional<Wsk> wsk;
            if (!options_.wsk_device.empty()) {
                wsk.emplace(path_from_utf8(options_.wsk_device).wstring(),
                            wsk_provider_from(options_.wsk_provider), recorder_);
            }
            run_rows([this](const RowId& id) { return find_row(id); },
                     {winsock, wsk ? &*wsk : nullptr, *wire_}, recorder_, *record_, order,
                     [this](const WorkerMessage& message) { send(message); });
        }
        send(WorkerMessage{});
        if (starts_winsock) {
            winsock.cleanup();
        }
    }

    void send(const WorkerMessage& message) {
        const auto line = to_line(message);
        DWORD written = 0;
        if (!WriteFile(output_, line.data(), static_cast<DWORD>(line.size()), &written, nullptr)) {
            // The supervisor has closed the pipe.
            TerminateProcess(GetCurrentProcess(), 1);
        }
    }

private:
    RunnableRow find_row(const RowId& id) {
        auto& of_case = case_of(id.row);
        auto& infos = of_case.info.rows;
        auto row = std::ranges::find(infos, id.row, &RowInfo::name);
        if (row == infos.end()) {
            add_rows(of_case, selected_values(id.row));
            row = std::ranges::find(infos, id.row, &RowInfo::name);
        }
        if (row == infos.end()) {
            throw std::logic_error("the order names no row: " + id.row);
        }
        return {&of_case, static_cast<std::size_t>(row - infos.begin()), id.repetition};
    }

    RegisteredCase& case_of(const std::string& row) {
        const auto name = row.substr(0, row.find('['));
        auto found = cases_.find(name);
        if (found == cases_.end()) {
            auto of_case = registered_case(name);
            if (!of_case) {
                throw std::logic_error("the order names no row: " + row);
            }
            found = cases_.emplace(name, std::move(*of_case)).first;
        }
        return found->second;
    }

    void send_facts(Winsock& winsock, const ProviderLibrary& provider, bool with_wire) {
        WorkerMessage message;
        message.kind = WorkerMessage::Kind::facts;
        auto environment = machine_environment();
        environment.provider = provider_file_facts(provider.path());
        message.capabilities =
            ask_provider(winsock, provider.functions(), with_wire ? &*wire_ : nullptr, environment);
        message.environment = std::move(environment);
        send(message);
    }

    WorkerOptions options_;
    HANDLE output_;
    SharedRecord record_;
    SharedWire wire_;
    FlightRecorder recorder_;
    /// Made when their first row runs: a worker that crashes early has not made those of the
    /// others.
    std::map<std::string, RegisteredCase> cases_;
};

}  // namespace

int run_worker(const WorkerOptions& options) {
    exit_on_faults();
    // The supervisor decides how to react to an interruption.
    SetConsoleCtrlHandler(nullptr, TRUE);
    keep_from_children(options);
    end_with(handle_of(options.supervisor));
    scale_setup_timeout(options.timeout_multiplier);
    if (options.wait_for_debugger) {
        wait_for_debugger();
    }
    Worker worker(options);
    try {
        worker.work();
        return EXIT_SUCCESS;
    } catch (const ProviderError& error) {
        WorkerMessage message;
        message.kind = WorkerMessage::Kind::provider_error;
        message.text = error.what();
        worker.send(message);
    } catch (const std::exception& error) {
        WorkerMessage message;
        message.kind = WorkerMessage::Kind::fault;
        message.text = error.what();
        worker.send(message);
    }
    return EXIT_FAILURE;
}

}  // namespace conformance
