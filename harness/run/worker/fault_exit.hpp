#pragma once

namespace conformance {

/// Makes an unhandled structured exception end the process at once with its code, which is all that
/// the supervisor needs: without a dialog, a debugger, or further code in a damaged process.
void exit_on_faults() noexcept;

}  // namespace conformance
