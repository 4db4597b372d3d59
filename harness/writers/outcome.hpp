#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// What a row is for a reader that knows passed, failed and skipped alone.
enum class Outcome { passed, failed, skipped };

Outcome outcome_of(const RowResult& row, const Report& report) noexcept;

/// The row's name, with the repetition where there is more than one.
std::string label_of(const RowResult& row);

/// What is to be said of it, in a line: expectation and observation, or the reason. Empty for a row
/// that passed as documented.
std::string message_of(const RowResult& row);

/// Several lines: the message, the checks that failed, the calls.
std::string details_of(const RowResult& row);

}  // namespace conformance
