#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// "Windows 10, NT 10.0.18362, as posed by Wine 8.0, x64, elevated".
std::string describe(const Environment& environment);

/// A short name of what the report is about: "Wine 8.0 as Windows 10" or "Windows 11 23H2 (22631)";
/// with the provider's file name where it is not the system's.
std::string platform_name(const Report& report);

/// The platform as a word for other tools, which take reports of several platforms together and
/// read a dot as a separator: product, version, build, UBR, architecture, and the provider where it
/// is not the system's. "windows-11-23h2-10-0-22631-3447-x64-on-arm64"; "unknown" without a
/// platform.
std::string platform_id(const Report& report);

/// What is to be said of the platform and the run, in pairs of name and value: system, provider
/// and its SHA-256, baselines, gate, seed, run, suite, and the run's notes.
std::vector<std::pair<std::string, std::string>> run_properties(const Report& report);

/// A file name for a report of that platform: "windows-11-23h2-10.0.22631.3447-arm64.json", or
/// "wine-8.0-as-windows-10-10.0.18362-x64.json"; with the provider's name before the ending where
/// it is not the system's.
std::string report_file_name(const Environment& environment);

}  // namespace conformance
