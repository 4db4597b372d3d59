#pragma once

#include "model/environment.hpp"

namespace conformance {

/// The machine's architecture and this program's. IsWow64Process2 (from 10.0.10586) reports x64 on
/// ARM64, which GetNativeSystemInfo hides.
Architecture architecture();

}  // namespace conformance
