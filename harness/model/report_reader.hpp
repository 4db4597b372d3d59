#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "model/report.hpp"

namespace conformance {

/// Reads the text of a report. Throws InputError, which begins with `name` and names the place at
/// which the text is not JSON, does not fit reports/schema, or has a row that contradicts itself.
Report read_report(std::string_view text, const std::string& name);

/// The same, but passes each row to `on_row` instead of keeping it, so that memory does not grow
/// with the number of rows.
Report read_report(std::string_view text, const std::string& name,
                   const std::function<void(RowResult&&)>& on_row);

/// Reads the members before the rows: run, suite, environment, capabilities, judgement. The rest of
/// the text is not checked. Reports of this suite have these members first; another text is read to
/// its end for them.
Report read_report_header(std::string_view text, const std::string& name);

/// No report is larger than this, in bytes.
inline constexpr std::size_t largest_report = std::size_t{256} << 20;

/// The content of a file of at most 256 MiB, decompressed when its name ends in .gz. Throws
/// InputError when the file cannot be read or is larger.
std::string read_report_file(const std::filesystem::path& path);

}  // namespace conformance
