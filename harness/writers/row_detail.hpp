#pragma once

#include <string>

#include "terminal/layout.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

/// "suites/so_keepalive/optlen.cpp:41": the check that failed first, or else the case. Empty where
/// the report does not say.
std::string place_of(const RowResult& row);

/// A group in a few lines: rows, place, requirements, what was expected, recorded and observed, and
/// the command that runs it again.
std::string group_text(const Report& report, const RowGroup& group, const Layout& layout);

/// The same with every check of the first row on a line of its own: a sign (+ held, x failed,
/// = recorded), its place, the assertion, what was expected, what came and the call that it is
/// about. With `calls` all calls stand between them, in their order, and what was on the wire.
std::string group_detail(const Report& report, const RowGroup& group, const Layout& layout,
                         bool calls);

}  // namespace conformance
