#pragma once

#include <string>

#include "model/row_result.hpp"

namespace conformance {

/// How a result contradicts itself, or an empty text: a pass needs checks that all held, a fail one
/// that did not, and every other verdict a reason.
std::string verdict_contradiction(const RowResult& result);

}  // namespace conformance
