#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace conformance {

/// The app's commands in order, without hidden ones, which have no group.
std::vector<const CLI::App*> shown_commands(const CLI::App& app);

/// Their names.
std::vector<std::string> names_of_commands(const CLI::App& app);

/// The names of a command's options: "--report".
std::vector<std::string> names_of_options(const CLI::App& command);

/// The values of an option that accepts only those; empty for other options.
std::vector<std::string> values_of(const CLI::Option& option);

}  // namespace conformance
