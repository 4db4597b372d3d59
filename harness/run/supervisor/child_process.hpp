#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "supervisor/event_queue.hpp"
#include "supervisor/overlapped_pipe.hpp"
#include "worker_protocol/handle.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// The path of this program.
std::filesystem::path program_path();

/// The handles that a child process inherits, by the options that name them to it.
using InheritedHandles = std::vector<std::pair<std::wstring, HANDLE>>;

/// This program, started again with a pipe in each direction. Its output arrives in an EventQueue,
/// line by line, followed by its end.
class ChildProcess : private EventQueue::Source {
public:
    enum class Ends {
        /// The system ends it with this process, however this process ends. Its input is closed at
        /// once.
        with_parent,
        /// It ends by itself when its input is closed, also by the end of this process, so that it
        /// can clean up.
        with_its_input,
    };

    /// Starts this program with `arguments`, passes it the ends of the pipes (--input and
    /// --output), the `inherited` handles and, if there are any, one to this process
    /// (--supervisor), and writes `input` to it. Events carry `id`. Throws std::system_error. The
    /// thread that starts a process also has to end it.
    ChildProcess(std::size_t id, std::vector<std::wstring> arguments,
                 const InheritedHandles& inherited, std::string input, EventQueue& events,
                 Ends ends = Ends::with_parent);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends the process if it still runs; waits first for one that ends with its input.
    ~ChildProcess() override;

    void terminate() noexcept;
    /// The process id.
    std::uint32_t system_id() const noexcept;

private:
    struct UnregisterWait {
        /// Its callback may run: this waits until it has ended.
        void operator()(HANDLE wait) const noexcept {
            UnregisterWaitEx(wait, INVALID_HANDLE_VALUE);
        }
    };

    void completed(const OVERLAPPED* operation, DWORD bytes, DWORD error) override;
    void start(std::vector<std::wstring> arguments, const InheritedHandles& inherited);
    void take(std::string_view text);
    void read_on();
    /// Its output has ended; so will the process.
    void await_end();
    static void CALLBACK on_end(void* context, BOOLEAN timed_out);

    std::size_t id_;
    EventQueue& events_;
    Ends ends_;
    EventQueue::Attachment attachment_;
    OverlappedPipe to_child_{OverlappedPipe::Direction::to_child};
    OverlappedPipe from_child_{OverlappedPipe::Direction::from_child};
    /// The last line, as far as it has come.
    std::string line_;
    UniqueHandle process_;
    std::unique_ptr<void, UnregisterWait> wait_;
};

}  // namespace conformance
