#pragma once

#include <cstddef>
#include <string>

namespace conformance {

/// All bytes of the standard input, without conversion of line ends. Reading stops after more than
/// `most` bytes; the text is then longer than that.
std::string read_standard_input(std::size_t most);

}  // namespace conformance
