#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "terminal/layout.hpp"

namespace conformance {

/// The common part of both programs' command lines: help for everything, `help [COMMAND]` and
/// `completion bash|powershell`. Keeps a reference to `app`, which already has all its commands.
class CommonCommands {
public:
    /// The words that a shell offers for a SELECTOR or an ID.
    using Words = std::function<std::vector<std::string>()>;

    explicit CommonCommands(CLI::App& app);

    /// Parses the arguments (UTF-8, the program's name first). Returns text to print before the
    /// program ends with 0, or nothing when a command should run. Throws InputError, in one line,
    /// for bad usage, with the similar name when there is one.
    std::optional<std::string> parse(const std::vector<std::string>& arguments, const Words& words);

private:
    CLI::App& app_;
    std::string help_of_;
    std::string shell_;
};

/// Adds --color to a command that prints for people.
void add_colour(CLI::App& command, ColourChoice& choice);

/// Adds examples to the end of a command's help: command lines without the program's name.
void add_examples(CLI::App& command, const std::vector<std::string>& examples);

/// A script for that shell, bash or powershell, that completes the app's commands, options and
/// their values, and `words` for other arguments.
std::string completion_script(const CLI::App& app, const std::string& shell,
                              const std::vector<std::string>& words);

}  // namespace conformance
