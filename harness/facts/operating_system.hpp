#pragma once

#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// The true version, by RtlGetVersion: GetVersionEx lets a program without a manifest believe that
/// it runs on Windows 8. Edition, display version and UBR come from the registry. Under Wine it is
/// the version that the prefix poses as, and Wine's own beside it. ReactOS is known by its
/// ProductName.
OperatingSystem operating_system();

/// The version of ReactOS, such as "0.4.16": out of the first of these texts that names one, or of
/// the file version of one of its DLLs ("42.4.16.0"); "unknown" where neither does.
std::string reactos_version(const std::vector<std::string>& texts, const std::string& file_version);

/// When the system was started, as a text that another start does not have
/// (NtQuerySystemInformation, SystemTimeOfDayInformation); empty where that is not known. Under
/// Wine its server is the system.
std::string boot_time();

/// Whether this process has the administrators' rights.
bool is_elevated();

/// The period of the clock interrupt, in microseconds (NtQueryTimerResolution).
double timer_resolution_us();

/// ImageOS and ImageVersion of a hosted runner, or an empty text.
std::string ci_image();

}  // namespace conformance
