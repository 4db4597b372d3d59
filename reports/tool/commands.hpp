#pragma once

#include "base/exit_code.hpp"
#include "tool/command_line.hpp"

namespace conformance {

/// The commands of the program. They throw InputError and NothingMatched for errors that the user
/// can correct, and WriteError; any other exception is a fault of the program.
ExitCode show_command(const ShowOptions& options);
ExitCode check_command(const CheckOptions& options);
ExitCode judge_command(const JudgeOptions& options);
ExitCode diff_command(const DiffOptions& options);
ExitCode matrix_command(const MatrixOptions& options);
ExitCode convert_command(const ConvertOptions& options);
ExitCode history_command(const HistoryCommandOptions& options);
ExitCode compare_command(const CompareOptions& options);

}  // namespace conformance
