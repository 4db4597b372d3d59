#pragma once

namespace conformance {

/// From now on a structured exception that nobody handles ends the process at once with its code,
/// which is all that the supervisor needs: no dialog, no debugger, no code of a process that may no
/// longer be fit to run.
void exit_on_faults() noexcept;

}  // namespace conformance
