#include "writers/escape.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

/// Characters that begin with these bytes are not displayed as text by a terminal or an editor:
/// they change the direction of writing, end a line, or are invisible (Unicode's U+061C, U+200B to
/// U+200F, U+2028 to U+202E, U+2060 to U+2069, U+FEFF).
bool is_invisible(std::string_view c) {
    const auto in = [&](std::string_view first, std::string_view last) {
        return first <= c && c <= last;
    };
    return c == "\xD8\x9C" || in("\xE2\x80\x8B", "\xE2\x80\x8F") ||
           in("\xE2\x80\xA8", "\xE2\x80\xAE") || in("\xE2\x81\xA0", "\xE2\x81\xA9") ||
           c == "\xEF\xBB\xBF";
}

/// The length of a sequence at the beginning of the text that a terminal would interpret: a control
/// character of ASCII or of ISO 6429's second set, or an invisible one. 0 for other text.
std::size_t control_length(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) {
        return 1;
    }
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) {
        return 2;
    }
    for (const std::size_t length : {2u, 3u}) {
        if (is_invisible(text.substr(0, length))) {
            return length;
        }
    }
    return 0;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string result;
    for (std::size_t at = 0;;) {
        const auto next = text.find(what, at);
        result += text.substr(at, next - at);
        if (next == text.npos) {
            return result;
        }
        result += with;
        at = next + what.size();
    }
}

}  // namespace

std::string terminal_text(std::string_view text) {
    auto valid = replaced(valid_utf8(text), "##", "#\\x23");
    const auto first = valid.find_first_not_of(' ');
    if (first != valid.npos && std::string_view(valid).substr(first).starts_with("::")) {
        valid.replace(first, 1, "\\x3A");
    }
    std::string shown;
    for (std::size_t i = 0; i < valid.size();) {
        const auto length = control_length(std::string_view(valid).substr(i));
        if (length == 0) {
            shown += valid[i++];
            continue;
        }
        for (std::size_t j = 0; j < length; ++j) {
            shown += "\\x" + hexadecimal(static_cast<unsigned char>(valid[i + j]), 2).substr(2);
        }
        i += length;
    }
    return shown;
}

std::string markdown_code(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    // A bar would end the cell, which a backslash prevents in the span, too.
    const auto shown = replaced(terminal_text(text), "|", "\\|");
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : shown) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    // A longer run of backticks than any inside ends the span; a blank keeps the ends apart.
    const std::string fence(longest + 1, '`');
    const auto* blank = longest == 0 ? "" : " ";
    return fence + blank + shown + blank + fence;
}

std::string xml_text(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    const auto valid = valid_utf8(text);
    std::string xml;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const auto rest = std::string_view(valid).substr(i);
        const char c = valid[i];
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            xml += replacement;
            i += 2;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            // As references, because a parser turns them into spaces in an attribute.
            xml += c == '\n' ? "&#10;" : c == '\t' ? "&#9;" : std::string(replacement);
        } else {
            switch (c) {
                case '&': xml += "&amp;"; break;
                case '<': xml += "&lt;"; break;
                case '>': xml += "&gt;"; break;
                case '"': xml += "&quot;"; break;
                default: xml += c;
            }
        }
    }
    return xml;
}

std::string csv_field(std::string_view text) {
    auto field = replaced(terminal_text(text), "\"", "\"\"");
    // Characters that a spreadsheet skips before a formula, and those that begin one; also in full
    // width.
    auto rest = std::string_view(field);
    while (rest.starts_with(' ') || rest.starts_with("\xC2\xA0") ||
           rest.starts_with("\xE3\x80\x80")) {
        rest.remove_prefix(rest.starts_with(' ') ? 1 : rest.starts_with("\xC2\xA0") ? 2 : 3);
    }
    for (const auto* begins :
         {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
        if (rest.starts_with(begins)) {
            return "\"'" + field + '"';
        }
    }
    return '"' + field + '"';
}

std::string json_in_html(std::string_view json) {
    return replaced(json, "<", "\\u003c");
}

std::string github_message(std::string_view text) {
    return replaced(replaced(replaced(terminal_text(text), "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string github_property(std::string_view text) {
    return replaced(replaced(github_message(text), ":", "%3A"), ",", "%2C");
}

}  // namespace conformance
