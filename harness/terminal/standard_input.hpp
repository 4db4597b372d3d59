#pragma once

#include <cstddef>
#include <string>

namespace conformance {

/// All bytes of the standard input, as they are: no line ends are changed. More than `most` are not
/// read on; the text is then longer than that.
std::string read_standard_input(std::size_t most);

}  // namespace conformance
