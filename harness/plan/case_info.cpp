#include "plan/case_info.hpp"

namespace conformance {

std::string row_name(std::string_view case_name, const std::vector<RowParameter>& parameters) {
    std::string name(case_name);
    char separator = '[';
    for (const auto& parameter : parameters) {
        name += separator + parameter.name + '=' + parameter.value;
        separator = ',';
    }
    if (!parameters.empty()) {
        name += ']';
    }
    return name;
}

std::vector<RowReference> all_rows(const std::vector<CaseInfo>& cases) {
    std::vector<RowReference> rows;
    for (const auto& of_case : cases) {
        for (const auto& row : of_case.rows) {
            rows.push_back({&of_case, &row});
        }
    }
    return rows;
}

}  // namespace conformance
