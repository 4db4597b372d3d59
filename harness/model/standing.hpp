#pragma once

#include <optional>
#include <string_view>

namespace conformance {

/// What a row says of the platform, as far as it is known. `changed` deviates otherwise than is
/// recorded; `regression` without being recorded, where the platform was measured; `unknown`
/// without being recorded, where nothing of the platform was measured yet; `improvement` is
/// recorded as a deviation, and is none any more. Where the documents demand nothing, `as_recorded`
/// is what a baseline has, and `recorded_otherwise` something else.
enum class Standing {
    as_documented,
    known_deviation,
    changed,
    regression,
    improvement,
    unknown,
    as_recorded,
    recorded_otherwise,
};

/// All of them, in that order.
inline constexpr Standing all_standings[] = {Standing::as_documented, Standing::known_deviation,
                                             Standing::changed,       Standing::regression,
                                             Standing::improvement,   Standing::unknown,
                                             Standing::as_recorded,   Standing::recorded_otherwise};

/// The standing's name in reports, such as "known-deviation"; `unknown` is "new".
std::string_view to_string(Standing standing) noexcept;

/// The standing of that name, or nothing.
std::optional<Standing> standing_from(std::string_view name) noexcept;

/// Whether it breaks the gate.
constexpr bool breaks_gate(Standing standing) noexcept {
    return standing == Standing::changed || standing == Standing::regression ||
           standing == Standing::unknown || standing == Standing::recorded_otherwise;
}

}  // namespace conformance
