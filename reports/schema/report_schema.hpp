#pragma once

#include <string_view>

namespace conformance {

/// The JSON Schema of reports, the text of reports/schema/report.schema.json.
std::string_view report_schema() noexcept;

}  // namespace conformance
