#pragma once

#include "model/environment.hpp"

namespace conformance {

/// The architectures of the machine and of this program. IsWow64Process2 (from 10.0.10586) reports
/// x64 emulation on ARM64, which GetNativeSystemInfo hides.
Architecture architecture();

}  // namespace conformance
