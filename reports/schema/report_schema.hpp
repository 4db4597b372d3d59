#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The JSON Schema of reports, the text of reports/schema/report.schema.json.
std::string_view report_schema() noexcept;

/// The JSON formats of these programs: "report", "history", "compare", "diff", "matrix", "list" and
/// "facts".
std::vector<std::string> schema_names();

/// The JSON Schema of the format with that name. Throws InputError for another name.
std::string_view schema_named(const std::string& name);

}  // namespace conformance
