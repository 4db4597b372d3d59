#pragma once

#include <optional>
#include <string_view>

namespace conformance {

/// What a row says of the platform, as far as it is known. `changed` deviates otherwise than is
/// recorded; `regression` without being recorded, where the platform was measured; `unknown`
/// without being recorded, where nothing of the platform was measured yet; `improvement` is
/// recorded as a deviation, and is none any more.
enum class Standing { as_documented, known_deviation, changed, regression, improvement, unknown };

/// All of them, in that order.
inline constexpr Standing all_standings[] = {Standing::as_documented, Standing::known_deviation,
                                             Standing::changed,       Standing::regression,
                                             Standing::improvement,   Standing::unknown};

/// The standing's name in reports, such as "known-deviation"; `unknown` is "new".
std::string_view to_string(Standing standing) noexcept;

/// The standing of that name, or nothing.
std::optional<Standing> standing_from(std::string_view name) noexcept;

/// Whether it breaks the gate.
constexpr bool breaks_gate(Standing standing) noexcept {
    return standing == Standing::changed || standing == Standing::regression ||
           standing == Standing::unknown;
}

}  // namespace conformance
