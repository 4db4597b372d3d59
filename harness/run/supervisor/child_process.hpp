#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "supervisor/event_queue.hpp"
#include "worker_protocol/handle.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// The path of this program.
std::filesystem::path program_path();

/// This program, started again with a pipe in each direction. Its output arrives in an EventQueue,
/// line by line, followed by its end.
class ChildProcess {
public:
    enum class Ends {
        /// The system ends it with this process, however this process ends. Its input is closed at
        /// once.
        with_parent,
        /// It ends by itself when its input is closed, also by the end of this process, so that it
        /// can clean up.
        with_its_input,
    };

    /// Starts this program with `arguments`, passes it the ends of the pipes (--input and --output)
    /// and, if given, `inherited` (--record) with a handle to this process (--supervisor), and
    /// writes `input` to it. Events carry `id`. Throws std::system_error.
    ChildProcess(std::size_t id, std::vector<std::wstring> arguments, HANDLE inherited,
                 std::string input, EventQueue& events, Ends ends = Ends::with_parent);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends the process if it still runs; waits first for one that ends with its input.
    ~ChildProcess();

    void terminate() noexcept;
    /// The process id.
    std::uint32_t system_id() const noexcept;

private:
    void talk(std::size_t id, const std::string& input, EventQueue& events);

    Ends ends_;
    UniqueHandle process_;
    UniqueHandle to_child_;
    UniqueHandle from_child_;
    std::thread talker_;
};

}  // namespace conformance
