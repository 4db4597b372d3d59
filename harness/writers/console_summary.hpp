#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// The report for a person at a terminal: what it is about, each row that did not pass with its
/// requirement, its expectation and what happened, and the counts. Ends with a line end. Control
/// characters in the report's texts are shown, not sent.
std::string console_summary(const Report& report);

/// The last part of it: what the report is about, and the counts.
std::string console_facts(const Report& report);

/// One line for a row that did not pass:
/// `so-keepalive.x  case[family=ipv4]  expected SOCKET_ERROR/WSAEFAULT (10014), got 0`.
std::string console_line(const RowResult& row);

}  // namespace conformance
