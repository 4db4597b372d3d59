#pragma once

#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "run/event_queue.hpp"
#include "winsock/windows_headers.hpp"

namespace conformance {

/// A worker process: this program again, with a pipe in each direction. It ends with this process,
/// however this one ends. What it writes arrives in an EventQueue, line by line, then its end.
class ChildProcess {
public:
    /// Starts `arguments` of this program, hands it `inherited` and the pipes' ends (as --input and
    /// --output), and writes `input` to it. Events carry `id`. Throws std::system_error.
    ChildProcess(std::size_t id, std::vector<std::wstring> arguments, HANDLE inherited,
                 std::string input, EventQueue& events);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends the process if it still runs.
    ~ChildProcess();

    void terminate() noexcept;

private:
    void talk(std::size_t id, const std::string& input, EventQueue& events);

    HANDLE process_ = nullptr;
    HANDLE to_child_ = nullptr;
    HANDLE from_child_ = nullptr;
    std::thread talker_;
};

}  // namespace conformance
