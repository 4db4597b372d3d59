#pragma once

#include <string>
#include <string_view>

namespace conformance {

/// The texts of a report's rows, one after another, from a text that read_report() has read or is
/// reading.
class RowTexts {
public:
    /// An InputError calls the text `name`. Both have to outlive this object.
    RowTexts(std::string_view text, const std::string& name) noexcept : text_(text), name_(name) {}

    /// The text of the next row. Throws InputError when there is none: a member name with escapes
    /// is not recognized.
    std::string_view next();

    /// The report's text with an empty array of rows.
    std::string text_without_rows();

private:
    void find_rows();
    void skip_space() noexcept;
    /// From the quote before a string to the position after its end.
    void skip_string() noexcept;
    /// From an opening bracket to the position after the closing one.
    void skip_value();

    std::string_view text_;
    const std::string& name_;
    std::size_t at_ = 0;
    /// The position after the array's opening bracket; 0 before it is found.
    std::size_t rows_begin_ = 0;
};

}  // namespace conformance
