#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// Something that a program relies on: rows, and why.
struct Use {
    /// The id of a requirement, the beginning of a case's path, or a pattern of rows.
    std::string selector;
    std::string why;
};

/// What a program relies on.
struct Uses {
    std::string name;
    std::vector<Use> relies_on;
};

/// Reads JSON, {"name": "...", "relies_on": [{"selector": "...", "why": "..."}]}, or lines of a
/// selector, blanks and why; a line that begins with # says nothing. `name` is what an InputError
/// calls the text, and the program's name where there are lines. Throws InputError, too, for a
/// selector that selects no row of today's suite.
Uses read_uses(std::string_view text, const std::string& name);

}  // namespace conformance
