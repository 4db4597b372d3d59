#pragma once

#include "model/environment.hpp"

namespace conformance {

/// The true version, by RtlGetVersion: GetVersionEx tells a program without a manifest that it runs
/// on Windows 8. Edition, display version and UBR come from the registry. Under Wine it is the
/// version that the prefix poses as, and Wine's own beside it.
OperatingSystem operating_system();

/// Whether this process has the administrators' rights.
bool is_elevated();

/// The period of the clock interrupt, in microseconds (NtQueryTimerResolution).
double timer_resolution_us();

/// ImageOS and ImageVersion of a hosted runner, or an empty text.
std::string ci_image();

}  // namespace conformance
