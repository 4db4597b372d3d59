#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report as JUnit XML, as Jenkins' schema (junit-10.xsd of its xUnit plugin), GitLab, Azure
/// DevOps and Allure read it: a suite for each case, a test for each row. The platform is the first
/// part of each class name, so that reports of several platforms taken together keep their rows
/// apart. A row that breaks the gate is a failure, or an error when it crashed, hung, never ran or
/// could not be set up; a known deviation is skipped with the type "known-deviation"; what was not
/// observed is skipped with its verdict as the type. Suites carry the run's properties and each
/// row's standing, because that schema knows none of a test.
/// `known` is null where no baseline is at hand.
std::string junit(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
