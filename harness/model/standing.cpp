#include "model/standing.hpp"

#include <algorithm>
#include <array>

namespace conformance {

namespace {

constexpr std::array<std::string_view, 8> standing_names{
    "as-documented", "known-deviation", "changed",           "regression", "improvement",
    "new",           "as-recorded",     "recorded-otherwise"};

}  // namespace

std::string_view to_string(Standing standing) noexcept {
    return standing_names[static_cast<std::size_t>(standing)];
}

std::optional<Standing> standing_from(std::string_view name) noexcept {
    const auto found = std::ranges::find(standing_names, name);
    return found == standing_names.end()
               ? std::nullopt
               : std::optional(static_cast<Standing>(found - standing_names.begin()));
}

}  // namespace conformance
