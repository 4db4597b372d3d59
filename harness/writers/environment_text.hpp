#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// "Windows 10, NT 10.0.18362, as posed by Wine 8.0, x64, elevated".
std::string describe(const Environment& environment);

/// A short name for the platform: "Wine 8.0 as Windows 10" or "Windows 11 23H2 (22631)"; with the
/// file name of a provider other than the system's.
std::string platform_name(const Report& report);

/// The platform as a word for other tools, which take reports of several platforms together and
/// treat a dot as a separator: product, version, build, UBR, architecture, and a provider other
/// than the system's. "windows-11-23h2-10-0-22631-3447-x64-on-arm64"; "unknown" without an
/// environment.
std::string platform_id(const Report& report);

/// Platform and run as pairs of name and value: system, provider and its SHA-256, baselines, gate,
/// seed, run, suite, and the run's notes.
std::vector<std::pair<std::string, std::string>> run_properties(const Report& report);

/// The file name of a report for that platform: "windows-11-23h2-10.0.22631.3447-arm64.json", or
/// "wine-8.0-as-windows-10-10.0.18362-x64.json"; with the name of a provider other than the
/// system's before the extension.
std::string report_file_name(const Environment& environment);

}  // namespace conformance
