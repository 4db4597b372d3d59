#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace conformance {

/// What a row says of the documentation's claim. `not_applicable` means that the requirement does
/// not apply to this version; `not_run` that the row was planned and never finished.
enum class Verdict { pass, fail, inconclusive, not_applicable, timeout, crash, not_run };

/// The verdict's name in reports, such as "not-applicable".
std::string_view to_string(Verdict verdict) noexcept;

/// The verdict of that name, or nothing.
std::optional<Verdict> verdict_from(std::string_view name) noexcept;

/// A requirement's verdict from its rows' verdicts: the first of crash, timeout, fail,
/// inconclusive, not-run, pass that occurs; not-applicable only when every row is. Without rows it
/// is not-run.
Verdict worst(std::span<const Verdict> rows) noexcept;

}  // namespace conformance
