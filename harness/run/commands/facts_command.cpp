#include <iostream>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "commands/commands.hpp"
#include "supervisor/driver_guard.hpp"
#include "supervisor/provider_inquiry.hpp"
#include "winsock/function_table.hpp"

namespace conformance {

namespace {

void print(const Inquiry& inquiry) {
    const auto& environment = inquiry.environment;
    const auto& os = environment.os;
    std::cout << "System          " << os.product << (os.edition.empty() ? "" : ", " + os.edition)
              << "\nNT version      " << to_string(os.version)
              << (os.ubr ? "." + std::to_string(*os.ubr) : "")
              << (os.display_version.empty() ? "" : " (" + os.display_version + ")")
              << "\nWine            " << os.wine_version.value_or("no") << "\nArchitecture    "
              << environment.architecture.native << ", this program "
              << environment.architecture.process
              << (environment.architecture.emulated ? ", emulated" : "") << "\nElevated        "
              << (environment.elevated ? "yes" : "no") << "\nTimer           "
              << environment.timer_resolution_us << " us"
              << "\nCI image        "
              << (environment.ci_image.empty() ? "none" : environment.ci_image)
              << "\nProvider        " << environment.provider.path << "\n  version       "
              << environment.provider.version << "\n  SHA-256       " << environment.provider.sha256
              << "\n";
    if (const auto& kernel = environment.winsock_kernel) {
        std::cout << "Winsock Kernel  NPI " << kernel->npi_version << ", through " << kernel->driver
                  << "\n  SHA-256       " << kernel->sha256 << "\n";
    }
    for (const auto& value : environment.registry) {
        std::cout << "Registry        " << value.name << ": ";
        if (!value.present) {
            std::cout << "absent\n";
        } else if (value.value) {
            std::cout << *value.value << "\n";
        } else {
            std::cout << "no REG_DWORD but " << value.type << "\n";
        }
    }
    for (const auto& entry : environment.catalogue) {
        std::cout << "Catalogue       " << entry.name << ": family " << entry.address_family
                  << ", type " << entry.socket_type << ", protocol " << entry.protocol << "\n";
    }
    for (const auto& capability : inquiry.capabilities) {
        std::cout << "Capability      " << capability.name << ": "
                  << (capability.available ? "yes" : "no, " + capability.reason) << "\n";
    }
}

}  // namespace

ExitCode facts_command(const FactsOptions& options) {
    const auto provider =
        options.provider.empty() ? system_provider_path() : path_from_utf8(options.provider);
    auto inquiry = inquire(provider, true, 1);
    Capability driver{"wsk-driver", false,
                      "not tried: facts loads a driver only where --wsk-driver names one"};
    if (!options.wsk_driver.empty()) {
        const DriverGuard guard(path_from_utf8(options.wsk_driver), "system", 1);
        driver = guard.capability();
        inquiry.environment.winsock_kernel = guard.facts();
    }
    inquiry.capabilities.push_back(driver);
    if (options.json) {
        const Json json{{"environment", inquiry.environment},
                        {"capabilities", inquiry.capabilities}};
        std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
    } else {
        print(inquiry);
    }
    return ExitCode::gate_holds;
}

}  // namespace conformance
