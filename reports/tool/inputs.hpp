#pragma once

#include <string>
#include <vector>

namespace conformance {

/// What a command was given: reports, and what to look at in them.
struct Inputs {
    std::vector<std::string> reports;
    std::vector<std::string> selectors;
};

/// Tells reports from selectors. "-" stands for the standard input. A folder stands for all reports
/// in it and below, by name; a path with * or ? in any part for the reports that fit; a name that
/// ends in .json or .json.gz for that file; anything else is a selector. A folder and a pattern
/// leave out what is JSON and no report. Throws InputError for a folder or a pattern without a
/// report.
Inputs sort_inputs(const std::vector<std::string>& arguments);

/// The one report that the argument stands for. Throws InputError for a folder or a pattern of
/// several.
std::string one_report(const std::string& argument);

/// The reports alone: a selector is refused as a file that is not there.
std::vector<std::string> report_inputs(const std::vector<std::string>& arguments);

/// Whether one of the selectors, if there are any, selects that row: the id of a requirement that
/// it checks, the beginning of its case's path, or a pattern of rows.
bool is_selected(const std::vector<std::string>& selectors, const std::string& row,
                 const std::vector<std::string>& requirements);

}  // namespace conformance
