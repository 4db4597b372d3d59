#include "model/standing.hpp"

#include <algorithm>
#include <array>

namespace conformance {

namespace {

constexpr std::array<std::string_view, 5> names{"as-documented", "known-deviation", "changed",
                                                "regression", "improvement"};

}  // namespace

std::string_view to_string(Standing standing) noexcept {
    return names[static_cast<std::size_t>(standing)];
}

std::optional<Standing> standing_from(std::string_view name) noexcept {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Standing>(found - names.begin()));
}

}  // namespace conformance
