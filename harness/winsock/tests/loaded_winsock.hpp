#pragma once

#include <memory>

#include "winsock/socket.hpp"

namespace conformance {

/// The system's Winsock, started, with a record of its own.
struct LoadedWinsock {
    std::unique_ptr<FlightRecord> record = std::make_unique<FlightRecord>();
    FlightRecorder recorder{*record};
    ProviderLibrary provider{system_provider_path()};
    Winsock winsock{provider.functions(), recorder};

    LoadedWinsock() {
        winsock.startup(MAKEWORD(2, 2));
        recorder.clear();
    }
    ~LoadedWinsock() { winsock.cleanup(); }
    LoadedWinsock(const LoadedWinsock&) = delete;
    LoadedWinsock& operator=(const LoadedWinsock&) = delete;
};

}  // namespace conformance
