#pragma once

#include <optional>
#include <string_view>

namespace conformance {

/// What a row shows about the platform, compared with the baselines. `changed` deviates in another
/// way than recorded; `regression` deviates without an entry on a measured platform; `unknown`
/// deviates without an entry on a platform that was not measured; `improvement` no longer deviates
/// as recorded. When no outcome is demanded, `as_recorded` matches the baseline and
/// `recorded_otherwise` does not.
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

/// All standings, in that order.
inline constexpr Standing all_standings[] = {Standing::as_documented, Standing::known_deviation,
                                             Standing::changed,       Standing::regression,
                                             Standing::improvement,   Standing::unknown,
                                             Standing::as_recorded,   Standing::recorded_otherwise};

/// The standing's name in reports, such as "known-deviation"; `unknown` is "new".
std::string_view to_string(Standing standing) noexcept;

/// The standing with that name, or nothing.
std::optional<Standing> standing_from(std::string_view name) noexcept;

/// Whether it breaks the gate.
constexpr bool breaks_gate(Standing standing) noexcept {
    return standing == Standing::changed || standing == Standing::regression ||
           standing == Standing::unknown || standing == Standing::recorded_otherwise;
}

}  // namespace conformance
