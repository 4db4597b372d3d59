#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/nt_version.hpp"

namespace conformance {

/// A row of the suite, as data.
struct KnownRow {
    std::vector<std::string> requirements;
    /// Other requirements that the row may find broken.
    std::vector<std::string> may_find;
    /// The versions to which the documented claim applies.
    VersionRange versions;
    /// The versions on which it can be observed.
    VersionRange observable;
};

/// Every row of today's suite by its name, for programs without Winsock.
class RowCatalogue {
public:
    /// Reads the text that row_list writes. Throws InputError for another text.
    explicit RowCatalogue(std::string_view list);

    const std::map<std::string, KnownRow, std::less<>>& rows() const noexcept { return rows_; }
    /// The row with that name, or null.
    const KnownRow* find(std::string_view name) const noexcept;

private:
    std::map<std::string, KnownRow, std::less<>> rows_;
};

/// The case's name in the name of a row: the part before its parameters.
std::string_view case_of(std::string_view row) noexcept;

}  // namespace conformance
