#include "tool/commands.hpp"
namespace conformance {
ExitCode matrix_command(const MatrixOptions&) {
    return ExitCode::gate_holds;
}
}  // namespace conformance
