#include "run/driver_guard.hpp"

#include <array>
#include <cstdlib>

#include "facts/sha256.hpp"
#include "model/inconclusive.hpp"
#include "model/input_error.hpp"
#include "model/json.hpp"
#include "model/utf8.hpp"
#include "run/deadlines.hpp"
#include "run/handle.hpp"
#include "wsk/driver_service.hpp"
#include "wsk/wsk.hpp"

namespace conformance {

namespace {

void tell(const DriverGuardOptions& options, const Json& message) {
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

/// Asks the driver what it is, with the provider that rows will ask for.
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
    // Whoever started this decides what an interruption means.
    SetConsoleCtrlHandler(nullptr, TRUE);
    try {
        const DriverService service(options.driver);
        const auto description = try_driver(options, service);
        tell(options, {{"device", utf8_from_path(std::filesystem::path(service.device()))},
                       {"npi_version", npi_text(description.npi_version)}});
        wait_for_end_of_input(options);
        return EXIT_SUCCESS;
    } catch (const InputError& error) {
        tell(options, {{"refused", error.what()}});
    } catch (const std::exception& error) {
        tell(options, {{"unavailable", error.what()}});
    }
    return EXIT_FAILURE;
}

std::filesystem::path default_driver_path() {
    return program_path().parent_path() / "wsk_probe.sys";
}

DriverGuard::DriverGuard(const std::filesystem::path& driver, const std::string& provider,
                         double timeout_multiplier)
    : process_(std::make_unique<ChildProcess>(
          0,
          std::vector<std::wstring>{L"driver-guard", L"--wsk-driver", driver.wstring(),
                                    L"--wsk-provider", path_from_utf8(provider).wstring()},
          nullptr, "", events_, ChildProcess::Ends::with_its_input)) {
    const auto deadline = EventQueue::Clock::now() + scaled(start_deadline, timeout_multiplier) +
                          other_start_patience;
    capability_.reason = "the process that loads the driver hangs";
    if (const auto event = events_.pop(deadline)) {
        if (event->kind == Event::Kind::line) {
            take(event->line);
        } else {
            capability_.reason = "the process that loads the driver ended";
        }
    }
    if (facts_) {
        facts_->driver = utf8_from_path(driver);
        facts_->sha256 = sha256_of_file(driver).value_or("");
        facts_->provider = provider;
    }
}

void DriverGuard::take(const std::string& line) {
    const auto message = parse_json(line, "the driver's guard");
    if (message.contains("refused")) {
        throw InputError(message.at("refused").get<std::string>());
    }
    if (message.contains("unavailable")) {
        capability_.reason = message.at("unavailable").get<std::string>();
        return;
    }
    device_ = message.at("device").get<std::string>();
    facts_.emplace().npi_version = message.at("npi_version").get<std::string>();
    capability_ = {capability_.name, true, {}};
}

DriverGuard::~DriverGuard() = default;

}  // namespace conformance
