#include "terminal/terminal.hpp"

#include <algorithm>
#include <cstdlib>

namespace conformance {

Layout Terminal::layout(ColourChoice choice) const {
    constexpr std::size_t narrowest = 40;
    Layout layout;
    // A line that fills a console's last column makes an empty one there.
    layout.width = std::max(narrowest, width_ ? *width_ - 1 : layout.width);
    const char* no_colour = std::getenv("NO_COLOR");
    const bool wanted = obeys_ && (no_colour == nullptr || *no_colour == '\0');
    layout.colour =
        choice == ColourChoice::always || (choice == ColourChoice::when_terminal && wanted);
    return layout;
}

}  // namespace conformance
