#pragma once

#include <type_traits>

#include "record/flight_recorder.hpp"
#include "record/windows_headers.hpp"
#include "wire/wire_memory.hpp"
#include "worker_protocol/handle.hpp"

namespace conformance {

/// Memory that a supervisor shares with its workers.
class SharedMemory {
public:
    /// New memory, all zeroes, with a handle that is inheritable when a child process is started.
    /// Throws std::system_error.
    explicit SharedMemory(std::size_t bytes);
    /// The memory of an inherited handle. Throws std::system_error.
    SharedMemory(HANDLE inherited, std::size_t bytes);
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    ~SharedMemory();

    HANDLE handle() const noexcept { return mapping_.get(); }
    void* memory() const noexcept { return view_; }

private:
    UniqueHandle mapping_;
    void* view_;
};

/// An object in such memory, for which zeroes are its beginning: no constructor runs over it.
template <typename Object>
class Shared {
    static_assert(std::is_standard_layout_v<Object>);

public:
    Shared() : memory_(sizeof(Object)) {}
    explicit Shared(HANDLE inherited) : memory_(inherited, sizeof(Object)) {}

    HANDLE handle() const noexcept { return memory_.handle(); }
    Object& operator*() const noexcept { return *static_cast<Object*>(memory_.memory()); }

private:
    SharedMemory memory_;
};

/// The calls of one worker's running row.
using SharedRecord = Shared<FlightRecord>;
/// What is observed for all workers of a run.
using SharedWire = Shared<WireMemory>;

}  // namespace conformance
