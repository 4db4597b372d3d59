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

/// Where this program is.
std::filesystem::path program_path();

/// This program again, with a pipe in each direction. What it writes arrives in an EventQueue, line
/// by line, then its end.
class ChildProcess {
public:
    enum class Ends {
        /// The system ends it with this process, however this one ends. Its input ends at once.
        with_parent,
        /// It ends by itself when its input does, which this process's end does, too. Until then it
        /// has something to clean up.
        with_its_input,
    };

    /// Starts `arguments` of this program, hands it the pipes' ends (as --input and --output) and,
    /// where there is one, `inherited` (as --record) with this process itself (as --supervisor),
    /// and writes `input` to it. Events carry `id`. Throws std::system_error.
    ChildProcess(std::size_t id, std::vector<std::wstring> arguments, HANDLE inherited,
                 std::string input, EventQueue& events, Ends ends = Ends::with_parent);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends the process if it still runs; one that ends with its input is waited for before.
    ~ChildProcess();

    void terminate() noexcept;
    /// The process's id, as the system and debuggers have it.
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
