#include "requirements/catalogue.hpp"

#include "embedded/documents.hpp"
#include "embedded/requirements.hpp"
#include "base/json.hpp"

namespace conformance {

const RequirementCatalogue& requirement_catalogue() {
    static const RequirementCatalogue catalogue = [] {
        RequirementCatalogue all;
        for (const auto& [file, text] : embedded::documents()) {
            all.add(text, file);
        }
        return all;
    }();
    return catalogue;
}

const RowCatalogue& row_catalogue() {
    static const RowCatalogue catalogue(embedded::requirements_rows());
    return catalogue;
}

std::string_view row_catalogue_text() noexcept {
    return embedded::requirements_rows();
}

std::string requirement_catalogue_sha256() {
    return CATALOGUE_SHA256;
}

std::vector<std::string> requirements_not_yet_covered() {
    return parse_json(embedded::requirements_not_yet_covered(), "not_yet_covered.json")
        .get<std::vector<std::string>>();
}

}  // namespace conformance
