#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "record/windows_headers.hpp"
#include "worker_protocol/handle.hpp"

namespace conformance {

/// A pipe between this process and a child. This end is overlapped and has one operation at a time;
/// the child's is not overlapped. The thread that begins operations also has to destroy the pipe.
class OverlappedPipe {
public:
    enum class Direction { to_child, from_child };

    /// Throws std::system_error.
    explicit OverlappedPipe(Direction direction);
    OverlappedPipe(const OverlappedPipe&) = delete;
    OverlappedPipe& operator=(const OverlappedPipe&) = delete;
    /// Cancels the operation.
    ~OverlappedPipe();

    HANDLE own_end() const noexcept { return own_end_.get(); }
    HANDLE childs_end() const noexcept { return childs_end_.get(); }
    void close_own_end();
    void close_childs_end() { childs_end_.reset(); }

    /// These begin an operation, and return 0 or the error of GetLastError with which it cannot
    /// begin. What write() writes is copied.
    DWORD read();
    DWORD write(std::string text);

    /// Whether that is the operation which runs; it has ended.
    bool ended(const OVERLAPPED* operation) noexcept;
    /// What read() has read, when it ended with that number of bytes.
    std::string_view text(DWORD bytes) const { return {block_.data(), bytes}; }

private:
    DWORD begun(BOOL done) noexcept;

    UniqueHandle own_end_;
    UniqueHandle childs_end_;
    OVERLAPPED operation_{};
    bool runs_ = false;
    std::array<char, 16384> block_{};
    std::string written_;
};

}  // namespace conformance
