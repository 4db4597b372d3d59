#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace conformance {

/// The layout of text for people.
struct Layout {
    /// The number of columns for lines that can be broken.
    std::size_t width = 100;
    bool colour = false;
};

/// A choice of --color.
enum class ColourChoice { when_terminal, always, never };

/// The choice with that name: auto, always or never; nothing for another name.
std::optional<ColourChoice> colour_choice_from(std::string_view name) noexcept;

enum class Colour { red, yellow, green, dim, bold };

/// The text in that colour (SGR of ISO 6429), or unchanged without colours.
std::string coloured(const Layout& layout, Colour colour, std::string_view text);

/// Text after `head`, broken between words so that lines fit; later lines are indented by the
/// length of the head. Ends with a newline. A word longer than a line has a line of its own.
std::string wrapped(const Layout& layout, std::string_view head, std::string_view text);

}  // namespace conformance
