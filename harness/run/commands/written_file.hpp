#pragma once

#include <string>

namespace conformance {

/// Writes a file, if there is a name, and says so. False when it could not be written, which is
/// then said.
bool write_file(const std::string& name, const std::string& text);

}  // namespace conformance
