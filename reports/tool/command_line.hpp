#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "judge/diff.hpp"
#include "terminal/layout.hpp"
#include "writers/console.hpp"

namespace conformance {

// The commands of conformance-report, with their options; paths are UTF-8.

struct ShowOptions {
    /// Reports, folders, patterns and selectors.
    std::vector<std::string> inputs;
    std::vector<std::string> baselines;
    std::optional<OnlyRows> only;
    bool calls = false;
    ColourChoice colour = ColourChoice::when_terminal;
};

struct CheckOptions {
    std::vector<std::string> reports;
};

struct JudgeOptions {
    std::string report;
    std::vector<std::string> baselines;
    bool strict = false;
    bool update = false;
    bool dry_run = false;
    std::string output;
    std::optional<OnlyRows> only;
    ColourChoice colour = ColourChoice::when_terminal;
};

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text";
    std::optional<Change> only;
    std::string output;
    ColourChoice colour = ColourChoice::when_terminal;
};

struct MatrixOptions {
    std::vector<std::string> reports;
    std::vector<std::string> baselines;
    std::string output;
    bool rows = false;
};

struct ConvertOptions {
    std::string report;
    std::vector<std::string> baselines;
    std::string to;
    /// "all", "failing" or "none".
    std::string calls = "all";
    std::string output;
};

struct HistoryCommandOptions {
    /// Reports, folders, patterns and selectors.
    std::vector<std::string> inputs;
    std::string since;
    std::string until;
    std::string format = "text";
    std::string output;
};

struct CompareOptions {
    std::vector<std::string> reports;
    std::string uses;
    std::string format = "text";
    std::string output;
};

struct SchemaOptions {
    std::string name = "report";
};

/// Text that the program prints before it ends with 0, as for --help, completion and schema.
struct PrintAndEnd {
    std::string text;
};

using Command = std::variant<ShowOptions, CheckOptions, JudgeOptions, DiffOptions, MatrixOptions,
                             ConvertOptions, HistoryCommandOptions, CompareOptions, PrintAndEnd>;

/// Reads the arguments (UTF-8, the program's name first). Throws InputError for bad usage.
Command parse_command_line(const std::vector<std::string>& arguments);

}  // namespace conformance
