#pragma once

#include <string>
#include <vector>

#include "model/row_result.hpp"

namespace conformance {

/// The evidence of a row as text lines: its calls (call_lines), then the segments of each
/// connection with the time since the previous one, in half seconds. "wire 1: client probe after
/// 1.0 s".
std::vector<std::string> evidence_lines(const RowResult& row);

}  // namespace conformance
