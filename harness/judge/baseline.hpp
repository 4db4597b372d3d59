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

/// Where a baseline is right: versions of Windows, of ReactOS, or of Wine whatever version it poses
/// as.
struct Platform {
    std::string name;
    /// "8" for 8.0, 8.21, ...; nothing for another system.
    std::optional<std::string> wine;
    VersionRange versions{};
    /// Of ReactOS, as of Wine.
    std::optional<std::string> reactos{};
    /// As Architecture::name; nothing for all of them.
    std::optional<std::string> architecture{};
    /// Server or client; nothing for both.
    std::optional<bool> server{};
    /// The file name of a provider, in lower case; nothing for the system's own.
    std::optional<std::string> provider{};

    bool is(const Environment& environment) const;
};

/// What may happen in a row.
struct KnownOutcome {
    Verdict verdict = Verdict::fail;
    /// As observed() has it.
    std::string observed;

    auto operator<=>(const KnownOutcome&) const = default;
};

/// Of which machines of its platform an entry speaks; of all where it is empty.
struct EntryCondition {
    /// As Architecture::name.
    std::optional<std::string> architecture{};
    /// The file name of a provider, in lower case.
    std::optional<std::string> provider{};
    /// What the registry has under these names, as environment.registry says; nothing for a name
    /// that has no value.
    std::map<std::string, std::optional<std::uint64_t>> registry{};

    bool holds(const Environment& environment) const;
    bool is_empty() const noexcept { return *this == EntryCondition{}; }

    auto operator<=>(const EntryCondition&) const = default;
};

/// A deviation that is known of a platform, or what it does where nothing is demanded.
struct BaselineEntry {
    /// A RowPattern's text.
    std::string rows;
    Verdict verdict = Verdict::fail;
    /// As observed() has it.
    std::string observed;
    std::string reason;
    std::string source;
    /// How far the source goes: "measured" by this suite, "tested" by another one on that platform,
    /// "reported" by one credible report, or "inferred".
    std::string grade;
    /// No report of that platform has confirmed it yet.
    bool unconfirmed = false;
    /// The name under which the file has reason, source and grade; empty where the entry has them.
    std::string because{};
    /// Further outcomes that are as good, by the reason's account.
    std::vector<KnownOutcome> also{};
    /// The address of a bug that it is about: https://...
    std::string bug{};
    /// The day from which it is to be looked at again: 2027-01-31.
    std::string revisit{};
    EntryCondition when{};

    /// All of its outcomes.
    std::vector<KnownOutcome> outcomes() const;

    auto operator<=>(const BaselineEntry&) const = default;
};

/// What is known of a platform.
struct Baseline {
    /// The file's name, for messages and reports.
    std::string file;
    Platform platform;
    std::vector<BaselineEntry> entries;
    /// The report by which the whole platform was measured; empty while there is none.
    std::string measured{};

    /// Whether something of it was measured, and not all predicted.
    bool is_measured() const noexcept;
};

/// Reads a baseline's text. Throws InputError, naming the file and the place, for what is none.
Baseline read_baseline(std::string_view text, const std::string& name);

/// The baselines of files, and of all .json files directly in folders, in that order; those of a
/// folder by name. A folder may be empty. Throws InputError for a path that cannot be read, and for
/// a folder that holds other files alone.
std::vector<Baseline> load_baselines(const std::vector<std::filesystem::path>& paths);

/// As text, in a stable order of members, that read_baseline reads. What several entries have as
/// reason, source and grade stands once, under a name.
std::string to_text(const Baseline& baseline);

/// The names of rows, by case.
class RowNames {
public:
    /// Those of today's suite, and further ones.
    explicit RowNames(const RowCatalogue& catalogue);
    void add(const std::string& row);

    const std::set<std::string>& of(std::string_view case_name) const;
    /// How many there are.
    std::size_t size() const noexcept;

private:
    std::map<std::string, std::set<std::string>, std::less<>> by_case_;
};

/// Throws NothingMatched for the first entry of them that no row fits, and InputError for two of
/// one baseline that fit the same row under the same condition.
void check_entries(const std::vector<Baseline>& baselines, const RowNames& rows);

}  // namespace conformance
