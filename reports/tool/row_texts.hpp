#pragma once

#include <string>
#include <string_view>

namespace conformance {

/// The texts of a report's rows, one after the other, out of a text that read_report() has read or
/// reads at the same time.
class RowTexts {
public:
    /// `name` is what an InputError calls the text. Both have to outlive this.
    RowTexts(std::string_view text, const std::string& name) noexcept : text_(text), name_(name) {}

    /// The next row's text. Throws InputError where there is none: a member's name that is written
    /// with escapes is not found.
    std::string_view next();

    /// The report's text with an empty array of rows.
    std::string text_without_rows();

private:
    void find_rows();
    void skip_space() noexcept;
    /// From the quote before a string to what is behind the one after it.
    void skip_string() noexcept;
    /// From an opening bracket to what is behind the closing one.
    void skip_value();

    std::string_view text_;
    const std::string& name_;
    std::size_t at_ = 0;
    /// What is behind the array's opening bracket; 0 before it is found.
    std::size_t rows_begin_ = 0;
};

}  // namespace conformance
