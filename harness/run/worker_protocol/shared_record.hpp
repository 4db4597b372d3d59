#pragma once

#include "record/flight_recorder.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// A flight record in memory that a supervisor shares with one worker.
class SharedRecord {
public:
    /// New memory, with a handle that a child process can inherit. Throws std::system_error.
    SharedRecord();
    /// The memory of an inherited handle. Throws std::system_error.
    explicit SharedRecord(HANDLE inherited);
    SharedRecord(const SharedRecord&) = delete;
    SharedRecord& operator=(const SharedRecord&) = delete;
    ~SharedRecord();

    HANDLE handle() const noexcept { return mapping_; }
    FlightRecord& record() const noexcept { return *record_; }

private:
    HANDLE mapping_;
    FlightRecord* record_;
};

}  // namespace conformance
