#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/row_result.hpp"

namespace conformance {

/// The rows of a case, by their parameters: `case[family=*,optlen=3]`. Every parameter stands in
/// it, in the case's order; a value may be `*`. `case[*]` is every row of the case.
class RowPattern {
public:
    /// Throws InputError, which `where` begins, for a text that is no pattern.
    RowPattern(std::string_view text, const std::string& where);

    bool matches(std::string_view row) const;
    const std::string& case_name() const noexcept { return case_name_; }

private:
    std::string case_name_;
    bool every_row_ = false;
    std::vector<RowParameter> parameters_;
};

/// The parameters in a row's name.
std::vector<RowParameter> parameters_of(std::string_view row);

/// As few patterns as that simple search finds which match every one of `rows`, all of one case,
/// and none of `others` of it.
std::vector<std::string> patterns_for(const std::vector<std::string>& rows,
                                      const std::vector<std::string>& others);

}  // namespace conformance
