#include "supervisor/driver_guard.hpp"

#include "base/driver_timeout.hpp"
#include "base/input_error.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"
#include "supervisor/deadlines.hpp"

namespace conformance {

std::filesystem::path default_driver_path() {
    return program_path().parent_path() / "wsk_probe.sys";
}

DriverGuard::DriverGuard(const std::filesystem::path& driver, const std::string& provider,
                         double timeout_multiplier)
    : process_(std::make_unique<ChildProcess>(
          0,
          std::vector<std::wstring>{L"driver-guard", L"--wsk-driver", driver.wstring(),
                                    L"--wsk-provider", path_from_utf8(provider).wstring()},
          InheritedHandles{}, "", events_, ChildProcess::Ends::with_its_input)) {
    const auto deadline = EventQueue::Clock::now() + scaled(start_deadline, timeout_multiplier) +
                          other_driver_timeout;
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
    facts_->sha256 = message.at("sha256").get<std::string>();
    capability_ = {capability_.name, true, {}};
}

DriverGuard::~DriverGuard() = default;

}  // namespace conformance
