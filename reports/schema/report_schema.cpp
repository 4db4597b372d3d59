#include "report_schema/report_schema.hpp"

#include <algorithm>
#include <array>

#include "embedded/report_schema.hpp"
#include "base/input_error.hpp"

namespace conformance {

namespace {

struct NamedSchema {
    std::string_view name;
    std::string_view (*text)() noexcept;
};

constexpr std::array schemas{
    NamedSchema{"report", embedded::report_schema_report},
    NamedSchema{"history", embedded::report_schema_history},
    NamedSchema{"compare", embedded::report_schema_compare},
    NamedSchema{"diff", embedded::report_schema_diff},
    NamedSchema{"matrix", embedded::report_schema_matrix},
    NamedSchema{"list", embedded::report_schema_list},
    NamedSchema{"facts", embedded::report_schema_facts},
};

}  // namespace

std::string_view report_schema() noexcept {
    return embedded::report_schema_report();
}

std::vector<std::string> schema_names() {
    std::vector<std::string> names;
    for (const auto& schema : schemas) {
        names.emplace_back(schema.name);
    }
    return names;
}

std::string_view schema_named(const std::string& name) {
    const auto found = std::ranges::find(schemas, name, &NamedSchema::name);
    if (found == schemas.end()) {
        throw InputError("there is no schema \"" + name + "\"");
    }
    return found->text();
}

}  // namespace conformance
