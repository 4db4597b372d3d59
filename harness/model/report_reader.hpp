#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "model/report.hpp"

namespace conformance {

/// A report's text as the report that it is. `name` is what an InputError calls it; it names the
/// place at which the text is no JSON, or is not what reports/schema says, or at which a row
/// contradicts itself.
Report read_report(std::string_view text, const std::string& name);

/// The same, with every row handed to `on_row` instead of kept: memory does not grow with their
/// number.
Report read_report(std::string_view text, const std::string& name,
                   const std::function<void(RowResult&&)>& on_row);

/// What stands before the rows: run, suite, environment, capabilities, judgement. What follows may
/// be anything. Texts of this suite have it first; another one is read to its end for it.
Report read_report_header(std::string_view text, const std::string& name);

/// More bytes no report has.
inline constexpr std::size_t largest_report = std::size_t{256} << 20;

/// The bytes of a file of at most 256 MiB; of one whose name ends in .gz those that are compressed
/// in it. Throws InputError for one that cannot be read or is larger, which no report is.
std::string read_report_file(const std::filesystem::path& path);

}  // namespace conformance
