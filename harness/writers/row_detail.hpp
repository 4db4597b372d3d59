#pragma once

#include <string>

#include "terminal/layout.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

/// "suites/so_keepalive/optlen.cpp:41": the first failed check, or else the case. Empty when the
/// report does not have the place.
std::string place_of(const RowResult& row);

/// A group in a few lines: rows, place, requirements, the expected, recorded and actual outcomes,
/// and the command that runs it again.
std::string group_text(const Report& report, const RowGroup& group, const Layout& layout);

/// The same with every check of the first row on a line of its own: a sign (+ passed, x failed, =
/// recorded), its place, the assertion, expected and actual, and the call that it is about. With
/// `calls`, all calls in order, and the segments.
std::string group_detail(const Report& report, const RowGroup& group, const Layout& layout,
                         bool calls);

}  // namespace conformance
