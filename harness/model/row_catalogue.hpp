#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/nt_version.hpp"

namespace conformance {

/// A row that the suite has, as data.
struct KnownRow {
    std::vector<std::string> requirements;
    /// Other requirements that the row may turn out to be about.
    std::vector<std::string> may_find;
    /// The versions of which the documents say it.
    VersionRange versions;
    /// The versions on which it can be observed.
    VersionRange observable;
};

/// Every row of today's suite by its name: what can be known of them where no Winsock is.
class RowCatalogue {
public:
    /// Of the text that row_list makes. Throws InputError for another one.
    explicit RowCatalogue(std::string_view list);

    const std::map<std::string, KnownRow, std::less<>>& rows() const noexcept { return rows_; }
    /// The row of that name, or null.
    const KnownRow* find(std::string_view name) const noexcept;

private:
    std::map<std::string, KnownRow, std::less<>> rows_;
};

/// The case's name in a row's: what stands before its parameters.
std::string_view case_of(std::string_view row) noexcept;

}  // namespace conformance
