#pragma once

#include "base/exit_code.hpp"
#include "commands/command_line.hpp"

namespace conformance {

/// The commands of the program. They throw InputError, ProviderError (bad input) and NothingMatched
/// for errors that the user can correct; any other exception is a fault of the harness.
ExitCode run_command(const RunOptions& options);
ExitCode list_command(const ListOptions& options);
ExitCode explain_command(const ExplainOptions& options);
ExitCode facts_command(const FactsOptions& options);

}  // namespace conformance
