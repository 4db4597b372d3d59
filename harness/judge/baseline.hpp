#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "judge/row_pattern.hpp"
#include "model/environment.hpp"
#include "base/json_forward.hpp"
#include "model/row_catalogue.hpp"

namespace conformance {

/// The platform of a baseline: versions of Windows or ReactOS, or of Wine in any Windows version.
struct Platform {
    std::string name;
    /// "8" for 8.0, 8.21, ...; nothing for another system.
    std::optional<std::string> wine;
    VersionRange versions{};
    /// The version of ReactOS, in the same form.
    std::optional<std::string> reactos{};
    /// As Architecture::name; nothing for all architectures.
    std::optional<std::string> architecture{};
    /// Server or client; nothing for both.
    std::optional<bool> server{};
    /// The file name of a provider in lower case; nothing for the system's own.
    std::optional<std::string> provider{};

    bool is(const Environment& environment) const;
};

/// An outcome of a row that a baseline accepts.
struct KnownOutcome {
    Verdict verdict = Verdict::fail;
    /// As observed() returns it.
    std::string observed;

    auto operator<=>(const KnownOutcome&) const = default;
};

/// The machines of the platform to which an entry applies; all of them when it is empty.
struct EntryCondition {
    /// As Architecture::name.
    std::optional<std::string> architecture{};
    /// The file name of a provider in lower case.
    std::optional<std::string> provider{};
    /// Registry values by name, as in environment.registry; nothing for a value that does not
    /// exist.
    std::map<std::string, std::optional<std::uint64_t>> registry{};

    bool holds(const Environment& environment) const;
    bool is_empty() const noexcept { return *this == EntryCondition{}; }

    auto operator<=>(const EntryCondition&) const = default;
};

/// A known deviation of a platform, or its behaviour where no outcome is demanded.
struct BaselineEntry {
    /// The text of a RowPattern.
    std::string rows;
    Verdict verdict = Verdict::fail;
    /// As observed() returns it.
    std::string observed;
    std::string reason;
    std::string source;
    /// The strength of the source: "measured" by this suite, "tested" by another one on that
    /// platform, "reported" by one credible report, or "inferred".
    std::string grade;
    /// No report of that platform has confirmed the entry yet.
    bool unconfirmed = false;
    /// The name under which the file holds reason, source and grade; empty when the entry holds
    /// them.
    std::string because{};
    /// Further accepted outcomes, for the same reason.
    std::vector<KnownOutcome> also{};
    /// The address of the bug: https://...
    std::string bug{};
    /// The day from which the entry should be reviewed: 2027-01-31.
    std::string revisit{};
    EntryCondition when{};

    /// All accepted outcomes.
    std::vector<KnownOutcome> outcomes() const;

    auto operator<=>(const BaselineEntry&) const = default;
};

/// The known deviations of a platform.
struct Baseline {
    /// The file's name, for messages and reports.
    std::string file;
    Platform platform;
    std::vector<BaselineEntry> entries;
    /// The report that measured the whole platform; empty when there is none.
    std::string measured{};

    /// Whether a part of it was measured, so that not everything is predicted.
    bool is_measured() const noexcept;
};

/// Reads the text of a baseline. Throws InputError, which names the file and the place.
Baseline read_baseline(std::string_view text, const std::string& name);

/// The baselines in files, and in all .json files directly in folders, in that order; files in a
/// folder by name. A folder may be empty. Throws InputError for an unreadable path, and for a
/// folder with other files only.
std::vector<Baseline> load_baselines(const std::vector<std::filesystem::path>& paths);

/// The text that read_baseline reads, in a stable order. A reason, source and grade that several
/// entries share is written once, under a name.
std::string to_text(const Baseline& baseline);

/// The names of rows, by case.
class RowNames {
public:
    /// The rows of today's suite; add() adds others.
    explicit RowNames(const RowCatalogue& catalogue);
    void add(const std::string& row);

    const std::set<std::string>& of(std::string_view case_name) const;
    /// The number of rows.
    std::size_t size() const noexcept;

private:
    std::map<std::string, std::set<std::string>, std::less<>> by_case_;
};

/// Throws NothingMatched for the first entry that matches no row, and InputError for two entries of
/// one baseline that match the same row under the same condition.
void check_entries(const std::vector<Baseline>& baselines, const RowNames& rows);

}  // namespace conformance
