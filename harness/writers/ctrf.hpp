#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report in the Common Test Report Format (ctrf.io), one test per row, with the outcomes of
/// junit(): a known deviation is "other". The platform is the first part of each test's suite, and
/// a tag. rawStatus is the row's verdict; requirements and standing are in extra. The repetitions
/// of a row are one test with the worst of them and the others as retryAttempts; the test is flaky
/// when their outcomes differ, and failed when one of them failed, because that breaks the gate.
/// `known` is null when no baseline is available.
std::string ctrf(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
