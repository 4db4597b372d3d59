#include "terminal/layout.hpp"

#include <algorithm>

namespace conformance {

namespace {

/// How many columns UTF-8 takes, one for each character.
std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::optional<ColourChoice> colour_choice_from(std::string_view name) noexcept {
    if (name.empty() || name == "auto") {
        return ColourChoice::when_terminal;
    }
    if (name == "always") {
        return ColourChoice::always;
    }
    return name == "never" ? std::optional(ColourChoice::never) : std::nullopt;
}

std::string coloured(const Layout& layout, Colour colour, std::string_view text) {
    if (!layout.colour) {
        return std::string(text);
    }
    const char* code = "";
    switch (colour) {
        case Colour::red: code = "31"; break;
        case Colour::yellow: code = "33"; break;
        case Colour::green: code = "32"; break;
        case Colour::dim: code = "2"; break;
        case Colour::bold: code = "1"; break;
    }
    return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
}

std::string wrapped(const Layout& layout, std::string_view head, std::string_view text) {
    std::string lines(head);
    auto column = columns_of(head);
    const auto indent = column;
    bool begins = true;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, space);
        const auto length = columns_of(word);
        // At a line's beginning GitHub Actions would take it for a command.
        const bool is_command = word.starts_with("::");
        if (!begins && !is_command && column + 1 + length > layout.width) {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!begins) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += length;
        begins = false;
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return lines + "\n";
}

}  // namespace conformance
