#include "model/row_catalogue.hpp"

#include <sstream>
#include <utility>

#include "base/input_error.hpp"

namespace conformance {

RowCatalogue::RowCatalogue(std::string_view list) {
    std::istringstream lines{std::string(list)};
    std::vector<std::string> requirements;
    std::vector<std::string> may_find;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string first;
        words >> first;
        if (!line.starts_with("  ")) {
            // A case's name; or, at the end, how many there are.
            requirements.clear();
            may_find.clear();
        } else if (first == "checks" || first == "may-find") {
            for (std::string id; words >> id;) {
                (first == "checks" ? requirements : may_find).push_back(id);
            }
        } else {
            KnownRow row{requirements, may_find, {}, {}};
            std::string word;
            while (words >> word) {
                std::string version;
                words >> version;
                const auto read = nt_version_from(version);
                auto* bound = word == "from"              ? &row.versions.from
                              : word == "until"           ? &row.versions.until
                              : word == "observable-from" ? &row.observable.from
                                                          : nullptr;
                if (bound == nullptr || !read) {
                    throw InputError("the list of rows: expected a row and its versions, got \"" +
                                     line + "\"");
                }
                *bound = read;
            }
            rows_.emplace(first, std::move(row));
        }
    }
}

const KnownRow* RowCatalogue::find(std::string_view name) const noexcept {
    const auto found = rows_.find(name);
    return found == rows_.end() ? nullptr : &found->second;
}

std::string_view case_of(std::string_view row) noexcept {
    return row.substr(0, row.find('['));
}

}  // namespace conformance
