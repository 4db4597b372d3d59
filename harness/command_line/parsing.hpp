#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "terminal/layout.hpp"

namespace conformance {

/// What both programs' command lines have: help for everything, `help [COMMAND]` and
/// `completion bash|powershell`. Keeps a reference to `app`, which has all its commands already.
class CommonCommands {
public:
    /// What a SELECTOR or an ID may be, for a shell to complete.
    using Words = std::function<std::vector<std::string>()>;

    explicit CommonCommands(CLI::App& app);

    /// Parses the arguments (UTF-8, the program's name first). Text to print before ending with 0,
    /// or nothing where a command is to be executed. Throws InputError of one line for bad usage,
    /// with the name that may have been meant.
    std::optional<std::string> parse(const std::vector<std::string>& arguments, const Words& words);

private:
    CLI::App& app_;
    std::string help_of_;
    std::string shell_;
};

/// Adds --color to a command that prints for a person.
void add_colour(CLI::App& command, ColourChoice& choice);

/// Adds examples to the end of a command's help: command lines without the program's name.
void add_examples(CLI::App& command, const std::vector<std::string>& examples);

/// What completes the app's commands, options and their values, and `words` for other arguments,
/// as a script for that shell: bash or powershell.
std::string completion_script(const CLI::App& app, const std::string& shell,
                              const std::vector<std::string>& words);

}  // namespace conformance
