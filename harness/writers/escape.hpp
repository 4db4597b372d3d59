#pragma once

#include <string>
#include <string_view>

namespace conformance {

// Texts in a report may come from anyone: a provider's file name, a reason, a parameter. Each of
// these functions makes a text harmless in one format, so that it stays text there.

/// For a terminal: control characters, and characters that are invisible or change the direction of
/// text, are displayed as their codes; so are GitHub Actions' commands in a log, "::" at the
/// beginning and "##[" anywhere.
std::string terminal_text(std::string_view text);

/// For Markdown, as a code span: nothing in it becomes a link, a mention, HTML or the end of a
/// table cell.
std::string markdown_code(std::string_view text);

/// For XML 1.0, in an attribute or as content; characters that XML cannot hold become U+FFFD.
std::string xml_text(std::string_view text);

/// For a quoted CSV field (RFC 4180): like terminal_text(), and not a formula for a spreadsheet.
std::string csv_field(std::string_view text);

/// For JSON inside an HTML script element: JSON text without "<".
std::string json_in_html(std::string_view json);

/// For the message and for a property of a workflow command of GitHub Actions.
std::string github_message(std::string_view text);
std::string github_property(std::string_view text);

}  // namespace conformance
