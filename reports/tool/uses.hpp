#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// Rows that a program relies on, and the reason.
struct Use {
    /// The id of a requirement, the beginning of a case's path, or a pattern of rows.
    std::string selector;
    std::string why;
};

/// Everything that a program relies on.
struct Uses {
    std::string name;
    std::vector<Use> relies_on;
};

/// Reads JSON, {"name": "...", "relies_on": [{"selector": "...", "why": "..."}]}, or lines with a
/// selector, blanks and a reason; lines that begin with # are comments. An InputError calls the
/// text `name`, which is also the program's name when the text has lines. Throws InputError, too,
/// for a selector that matches no row of today's suite.
Uses read_uses(std::string_view text, const std::string& name);

}  // namespace conformance
