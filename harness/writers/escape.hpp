#pragma once

#include <string>
#include <string_view>

namespace conformance {

// Texts of a report may be anybody's: a provider's file name, a reason, a parameter. Each of these
// makes one harmless where it is written, so that it stays text there.

/// For a terminal: control characters, and those that show nothing or turn the direction of what
/// follows, are shown by their code; so is what GitHub Actions would take for a command in a log,
/// "::" at the beginning and "##[" anywhere.
std::string terminal_text(std::string_view text);

/// For Markdown, as a code span: nothing in it is a link, a mention, HTML or the end of a table's
/// cell.
std::string markdown_code(std::string_view text);

/// For XML 1.0, in an attribute or as content; what XML cannot hold becomes U+FFFD.
std::string xml_text(std::string_view text);

/// For a field of CSV (RFC 4180), in quotes. As terminal_text(), and a spreadsheet takes none
/// for a formula.
std::string csv_field(std::string_view text);

/// For JSON inside an HTML script element: the JSON text, without a "<" in it.
std::string json_in_html(std::string_view json);

/// For the message and for a property of a workflow command of GitHub Actions.
std::string github_message(std::string_view text);
std::string github_property(std::string_view text);

}  // namespace conformance
