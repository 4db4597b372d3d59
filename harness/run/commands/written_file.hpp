#pragma once

#include <string>

namespace conformance {

/// Writes a file, if it is named, and prints its name. False when it could not be written; the
/// error is printed.
bool write_file(const std::string& name, const std::string& text);

}  // namespace conformance
