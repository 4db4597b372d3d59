#include "report_schema/report_schema.hpp"

#include "embedded/report_schema.hpp"

namespace conformance {

std::string_view report_schema() noexcept {
    return embedded::report_schema_report();
}

}  // namespace conformance
