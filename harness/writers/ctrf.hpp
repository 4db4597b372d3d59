#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report in the Common Test Report Format (ctrf.io), a test for each row, with the outcomes of
/// junit(): a known deviation is "other". The platform is the first part of each test's suite, and
/// a tag. The row's verdict is rawStatus; requirements and standing are in extra. The repetitions
/// of a row are one test with the worst of them and the others as retryAttempts; it is flaky where
/// their outcomes differ, and failed when one of them failed, because that breaks the gate.
/// `known` is null where no baseline is at hand.
std::string ctrf(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
