#pragma once

#include <memory>
#include <string>
#include <vector>

#include "commands/task.hpp"
#include "plan/selector.hpp"
#include "supervisor/driver_guard.hpp"

namespace conformance {

/// The first required capability that is missing, or null.
const Capability* missing_capability(const std::vector<std::string>& required,
                                     const std::vector<Capability>& capabilities);

/// Resolves the rows that need a missing capability.
void resolve_by_capabilities(Plan& plan, const std::vector<Capability>& capabilities);

/// Whether a selected row observes the wire, or the user requires that capability.
bool wants_wire(const std::vector<SelectedRow>& selected, const std::vector<std::string>& required);

/// Loads the probe driver when rows need it, and records its facts. Null when it is not loaded.
std::unique_ptr<DriverGuard> load_driver(const Task& task, const RunOptions& options, Plan& plan,
                                         Inquiry& inquiry);

}  // namespace conformance
