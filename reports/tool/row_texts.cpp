#include "tool/row_texts.hpp"

#include "base/input_error.hpp"

namespace conformance {

std::string_view RowTexts::next() {
    find_rows();
    skip_space();
    if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        skip_space();
    }
    if (at_ >= text_.size() || text_[at_] != '{') {
        throw InputError(name_ + ": expected another row");
    }
    const auto begin = at_;
    skip_value();
    return text_.substr(begin, at_ - begin);
}

std::string RowTexts::text_without_rows() {
    find_rows();
    at_ = rows_begin_ - 1;
    skip_value();
    return std::string(text_.substr(0, rows_begin_)) + std::string(text_.substr(at_ - 1));
}

void RowTexts::find_rows() {
    int depth = 0;
    while (rows_begin_ == 0) {
        if (at_ >= text_.size()) {
            throw InputError(name_ + ": expected the member \"rows\", written without escapes");
        }
        const char c = text_[at_];
        if (c == '"') {
            const auto begin = at_;
            skip_string();
            const auto word = text_.substr(begin, at_ - begin);
            skip_space();
            if (depth == 1 && word == "\"rows\"" && at_ < text_.size() && text_[at_] == ':') {
                ++at_;
                skip_space();
                rows_begin_ = ++at_;
            }
            continue;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at_;
    }
}

void RowTexts::skip_space() noexcept {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
        ++at_;
    }
}

void RowTexts::skip_string() noexcept {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        at_ += text_[at_] == '\\' ? 1 : 0;
    }
    ++at_;
}

void RowTexts::skip_value() {
    int depth = 0;
    do {
        if (at_ >= text_.size()) {
            throw InputError(name_ + ": expected the end of a value");
        }
        const char c = text_[at_];
        if (c == '"') {
            skip_string();
            continue;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at_;
    } while (depth != 0);
}

}  // namespace conformance
