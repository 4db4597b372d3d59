#pragma once

#include <string>
#include <vector>

#include "model/row_result.hpp"

namespace conformance {

/// What a row has to show, as lines for people: its calls (call_lines), then the segments of each
/// of its connections with the time since the one before, in half seconds. "wire 1: client probe
/// after 1.0 s".
std::vector<std::string> evidence_lines(const RowResult& row);

}  // namespace conformance
