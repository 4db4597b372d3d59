#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace conformance {

/// How text is laid out for a person.
struct Layout {
    /// Columns that a line may take, where it can be broken.
    std::size_t width = 100;
    bool colour = false;
};

/// A choice of --color.
enum class ColourChoice { when_terminal, always, never };

/// The choice of that name: auto, always or never; nothing for another name.
std::optional<ColourChoice> colour_choice_from(std::string_view name) noexcept;

enum class Colour { red, yellow, green, dim, bold };

/// The text in that colour (ISO 6429's SGR), or as it is where there are no colours.
std::string coloured(const Layout& layout, Colour colour, std::string_view text);

/// Text after `head`, broken between words so that lines fit: further ones are indented by the
/// length of the head. Ends with a line end. A word that is longer than a line stands alone.
std::string wrapped(const Layout& layout, std::string_view head, std::string_view text);

}  // namespace conformance
