#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/row_result.hpp"

namespace conformance {

/// A pattern for rows of one case: `case[family=*,optlen=3]`. It has every parameter, in the case's
/// order; a value may be `*`. `case[*]` matches every row of the case.
class RowPattern {
public:
    /// Throws InputError, which begins with `where`, for a text that is not a pattern.
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

/// Patterns, few but not always the fewest, that match every one of `rows`, all of one case, and
/// none of `others` of that case.
std::vector<std::string> patterns_for(const std::vector<std::string>& rows,
                                      const std::vector<std::string>& others);

}  // namespace conformance
