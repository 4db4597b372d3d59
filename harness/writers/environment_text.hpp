#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// "Windows 10, NT 10.0.18362, as posed by Wine 8.0, x64, elevated".
std::string describe(const Environment& environment);

/// A short name of what the report is about: "Wine 8.0 as Windows 10" or "Windows 11 23H2 (22631)";
/// with the provider's file name where it is not the system's.
std::string platform_name(const Report& report);

/// A file name for a report of that platform: "windows-11-23h2-10.0.22631.3447-arm64.json", or
/// "wine-8.0-as-windows-10-10.0.18362-x64.json"; with the provider's name before the ending where
/// it is not the system's.
std::string report_file_name(const Environment& environment);

}  // namespace conformance
