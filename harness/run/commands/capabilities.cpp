#include "commands/capabilities.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace conformance {

namespace {

constexpr const char* driver_capability = "wsk-driver";

/// Whether a row that is still to run needs the probe driver, or the user does.
bool wants_driver(Plan& plan, const std::vector<std::string>& required) {
    return std::ranges::find(required, driver_capability) != required.end() ||
           std::ranges::any_of(plan.rows(), [](const PlannedRow& row) {
               const auto& needs = row.row.row->needs;
               return !row.resolved && std::ranges::find(needs, driver_capability) != needs.end();
           });
}

}  // namespace

const Capability* missing_capability(const std::vector<std::string>& required,
                                     const std::vector<Capability>& capabilities) {
    const auto found = std::ranges::find_if(capabilities, [&](const Capability& capability) {
        return !capability.available &&
               std::ranges::find(required, capability.name) != required.end();
    });
    return found == capabilities.end() ? nullptr : &*found;
}

void resolve_by_capabilities(Plan& plan, const std::vector<Capability>& capabilities) {
    for (auto& row : plan.rows()) {
        const auto missing = std::ranges::find_if(capabilities, [&](const Capability& capability) {
            const auto& needs = row.row.row->needs;
            return !capability.available &&
                   std::ranges::find(needs, capability.name) != needs.end();
        });
        if (!row.resolved && missing != capabilities.end()) {
            row.resolved = true;
            row.result.verdict = Verdict::inconclusive;
            row.result.unobserved = Unobserved::capability;
            row.result.reason = "needs " + missing->name + ": " + missing->reason;
        }
    }
}

bool wants_wire(const std::vector<SelectedRow>& selected,
                const std::vector<std::string>& required) {
    const auto is_of_wire = [](const std::string& capability) {
        return capability.starts_with("packet-observation") || capability == "silent-peer";
    };
    return std::ranges::any_of(required, is_of_wire) ||
           std::ranges::any_of(selected, [&](const SelectedRow& row) {
               return row.left_out.empty() && std::ranges::any_of(row.row.row->needs, is_of_wire);
           });
}

std::unique_ptr<DriverGuard> load_driver(const Task& task, const RunOptions& options, Plan& plan,
                                         Inquiry& inquiry) {
    const bool asked_for = !task.header.wsk_driver.empty() ||
                           std::ranges::find(options.required_capabilities, driver_capability) !=
                               options.required_capabilities.end();
    std::string why_not;
    if (!wants_driver(plan, options.required_capabilities)) {
        why_not = std::string(not_tried) + "no row of this run needs it";
    } else if (!asked_for && !inquiry.environment.os.wine_version) {
        // A driver may take the system down: Windows gets one only when the user asks for it.
        why_not = "not asked for: --wsk-driver PATH or --require wsk-driver loads it";
    }
    if (!why_not.empty()) {
        inquiry.capabilities.push_back({driver_capability, false, why_not});
        resolve_by_capabilities(plan, inquiry.capabilities);
        return nullptr;
    }
    const auto path = task.header.wsk_driver.empty() ? default_driver_path()
                                                     : path_from_utf8(task.header.wsk_driver);
    auto guard =
        std::make_unique<DriverGuard>(path, task.header.wsk_provider, options.timeout_multiplier);
    inquiry.capabilities.push_back(guard->capability());
    inquiry.environment.winsock_kernel = guard->facts();
    resolve_by_capabilities(plan, inquiry.capabilities);
    return guard;
}

}  // namespace conformance
