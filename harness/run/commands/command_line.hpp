#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "worker/driver_guard_process.hpp"
#include "worker/wire_watcher_process.hpp"
#include "worker/worker.hpp"
#include "terminal/layout.hpp"
#include "writers/console.hpp"

namespace conformance {

/// A value of --require: every row has to be measured.
inline constexpr const char* measured_condition = "measured";

struct RunOptions {
    std::vector<std::string> selectors;
    std::vector<std::string> excluded;
    std::string report;
    std::string junit;
    std::string capture;
    std::string ctrf;
    std::string markdown;
    std::vector<std::string> baselines;
    bool strict = false;
    bool update = false;
    bool dry_run = false;
    std::string provider;
    std::string wsk_driver;
    std::string wsk_provider;
    std::size_t jobs = 0;
    double timeout_multiplier = 1;
    std::vector<std::string> required_capabilities;
    std::vector<std::string> capabilities_left_out;
    std::optional<std::uint32_t> repeat;
    std::optional<std::uint32_t> walks;
    std::optional<std::uint64_t> seed;
    std::string resume;
    std::string variants;
    /// NAME=VALUE, as given.
    std::vector<std::string> notes;
    /// "all", "failing" or "none".
    std::string calls;
    /// Which rows are shown in full; nothing for the usual summary.
    std::optional<OnlyRows> only;
    bool show_calls = false;
    ColourChoice colour = ColourChoice::when_terminal;
    bool wait_for_debugger = false;
    /// The whole command line, for the report.
    std::vector<std::string> command_line;
};

struct ListOptions {
    std::vector<std::string> selectors;
    bool json = false;
};

struct ExplainOptions {
    std::string id;
};

struct FactsOptions {
    std::string provider;
    std::string wsk_driver;
    bool json = false;
};

struct SchemaOptions {
    std::string name = "report";
};

/// Text that the program prints before it ends with 0, as for --help, completion and schema.
struct PrintAndEnd {
    std::string text;
};

using Command = std::variant<RunOptions, ListOptions, ExplainOptions, FactsOptions, WorkerOptions,
                             WireWatcherOptions, DriverGuardOptions, PrintAndEnd>;

/// Reads the arguments (UTF-8, the program's name first). Throws InputError for bad usage.
Command parse_command_line(const std::vector<std::string>& arguments);

}  // namespace conformance
