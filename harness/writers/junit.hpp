#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report as JUnit XML for Jenkins' schema (junit-10.xsd of its xUnit plugin), GitLab, Azure
/// DevOps and Allure: one suite per case, one test per row. The platform is the first part of each
/// class name, so that reports of several platforms keep their rows apart. A row that breaks the
/// gate is a failure, or an error when it crashed, hung, never ran or could not be set up; a known
/// deviation is skipped with the type "known-deviation"; a row that observed nothing is skipped
/// with its verdict as the type. Suites have the run's properties and each row's standing, because
/// that schema allows none in a test. `known` is null when no baseline is available.
std::string junit(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
