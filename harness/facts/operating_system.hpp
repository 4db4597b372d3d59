#pragma once

#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// The true version, from RtlGetVersion: GetVersionEx reports Windows 8 to a program without a
/// manifest. Edition, display version and UBR come from the registry. Under Wine the version is the
/// prefix's Windows version, with Wine's own version beside it. ReactOS is recognized by its
/// ProductName.
OperatingSystem operating_system();

/// The version of ReactOS, such as "0.4.16": from the first of these texts that contains one, or
/// from the file version of one of its DLLs ("42.4.16.0"); otherwise "unknown".
std::string reactos_version(const std::vector<std::string>& texts, const std::string& file_version);

/// The time at which the system was started, as a text that is different after each start
/// (NtQuerySystemInformation, SystemTimeOfDayInformation); empty when unknown. Under Wine, the
/// start of wineserver.
std::string boot_time();

/// Whether this process has administrator rights.
bool is_elevated();

/// The period of the clock interrupt, in microseconds (NtQueryTimerResolution).
double timer_resolution_us();

/// ImageOS and ImageVersion of a hosted runner, or an empty text.
std::string ci_image();

}  // namespace conformance
