#pragma once

#include <nlohmann/json_fwd.hpp>

namespace conformance {

/// JSON that keeps its members in the order in which they were written, so that reports read in the
/// order in which they are documented.
using Json = nlohmann::ordered_json;

}  // namespace conformance
