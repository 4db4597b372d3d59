#pragma once

#include <nlohmann/json_fwd.hpp>

namespace conformance {

/// JSON that keeps its members in the order of insertion, so that reports have the documented
/// order.
using Json = nlohmann::ordered_json;

}  // namespace conformance
