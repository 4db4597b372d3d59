#pragma once

namespace conformance {

/// The exit codes of both programs.
enum class ExitCode {
    gate_holds = 0,
    gate_broken = 1,
    /// Bad usage or unreadable input.
    bad_input = 2,
    /// Nothing matched or nothing ran.
    nothing_ran = 3,
    /// A required capability is missing.
    capability_missing = 4,
    /// The harness itself failed.
    harness_fault = 5,
};

}  // namespace conformance
