#include "worker/driver_guard_process.hpp"

#include <array>
#include <cstdlib>
#include <memory>

#include "base/input_error.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"
#include "facts/sha256.hpp"
#include "model/inconclusive.hpp"
#include "worker_protocol/handle.hpp"
#include "wsk/driver_service.hpp"
#include "wsk/wsk.hpp"

namespace conformance {

namespace {

void send(const DriverGuardOptions& options, const Json& message) {
    const auto line = message.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    DWORD written = 0;
    WriteFile(handle_of(options.output), line.data(), static_cast<DWORD>(line.size()), &written,
              nullptr);
}

void wait_for_end_of_input(const DriverGuardOptions& options) {
    std::array<char, 64> ignored{};
    DWORD done = 0;
    while (ReadFile(handle_of(options.input), ignored.data(), static_cast<DWORD>(ignored.size()),
                    &done, nullptr) &&
           done != 0) {
    }
}

std::string npi_text(unsigned version) {
    return std::to_string(version >> 8) + "." + std::to_string(version & 0xff);
}

/// Asks the driver for its identity, with the provider that rows will use.
WskProbeDescription try_driver(const DriverGuardOptions& options, const DriverService& service) {
    const auto record = std::make_unique<FlightRecord>();
    FlightRecorder recorder(*record);
    Wsk wsk(service.device(), wsk_provider_from(options.provider), recorder);
    const auto description = wsk.describe_driver();
    if (description.interface_version != WSK_PROBE_INTERFACE_VERSION) {
        throw DriverUnavailable("the driver is of another version of this suite");
    }
    return description;
}

}  // namespace

int run_driver_guard(const DriverGuardOptions& options) {
    // The parent process decides how to react to an interruption.
    SetConsoleCtrlHandler(nullptr, TRUE);
    try {
        const DriverService service(options.driver);
        const auto description = try_driver(options, service);
        send(options, {{"device", utf8_from_path(std::filesystem::path(service.device()))},
                       {"npi_version", npi_text(description.npi_version)},
                       {"sha256", sha256_of_file(options.driver).value_or("")}});
        wait_for_end_of_input(options);
        return EXIT_SUCCESS;
    } catch (const InputError& error) {
        send(options, {{"refused", error.what()}});
    } catch (const std::exception& error) {
        send(options, {{"unavailable", error.what()}});
    }
    return EXIT_FAILURE;
}

}  // namespace conformance
