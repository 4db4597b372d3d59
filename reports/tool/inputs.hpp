#pragma once

#include <string>
#include <vector>

namespace conformance {

/// The arguments of a command: reports, and selectors of rows in them.
struct Inputs {
    std::vector<std::string> reports;
    std::vector<std::string> selectors;
};

/// Separates reports from selectors. "-" stands for the standard input. A folder stands for all
/// reports in it and below, by name; a path with * or ? in any part for the matching reports; a
/// name that ends in .json or .json.gz for that file; anything else is a selector. In a folder or
/// pattern, JSON files that are not reports are skipped. Throws InputError for a folder or a
/// pattern without a report.
Inputs sort_inputs(const std::vector<std::string>& arguments);

/// The one report of the argument. Throws InputError for a folder or a pattern with several.
std::string one_report(const std::string& argument);

/// The reports alone: a selector is refused as a file that does not exist.
std::vector<std::string> report_inputs(const std::vector<std::string>& arguments);

/// Whether one of the selectors, if there are any, selects that row: the id of a requirement that
/// it checks, the beginning of its case's path, or a pattern of rows.
bool is_selected(const std::vector<std::string>& selectors, const std::string& row,
                 const std::vector<std::string>& requirements);

}  // namespace conformance
