#pragma once

#include <memory>
#include <string>
#include <vector>

#include "commands/task.hpp"
#include "plan/selector.hpp"
#include "supervisor/driver_guard.hpp"

namespace conformance {

/// The first capability that is required and missing, or null.
const Capability* missing_capability(const std::vector<std::string>& required,
                                     const std::vector<Capability>& capabilities);

/// Resolves the rows that need what the machine does not have.
void resolve_by_capabilities(Plan& plan, const std::vector<Capability>& capabilities);

/// Whether a selected row watches the wire, or the user requires that it can be watched.
bool wants_wire(const std::vector<SelectedRow>& selected, const std::vector<std::string>& required);

/// Loads the probe driver where it is wanted, and adds what is known of it. Null where it is not.
std::unique_ptr<DriverGuard> load_driver(const Task& task, const RunOptions& options, Plan& plan,
                                         Inquiry& inquiry);

}  // namespace conformance
