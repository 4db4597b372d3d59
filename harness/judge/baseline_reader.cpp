#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "judge/baseline.hpp"
#include "model/report_reader.hpp"
#include "model/version_member.hpp"

namespace conformance {

namespace {

constexpr std::array<std::string_view, 4> grades{"measured", "tested", "reported", "inferred"};

void require_only(const Json& object, std::initializer_list<std::string_view> members,
                  const std::string& where) {
    if (!object.is_object()) {
        throw InputError(where + ": expected an object");
    }
    for (const auto& [name, value] : object.items()) {
        if (std::ranges::find(members, name) == members.end()) {
            throw InputError(where + ": expected no member \"" + std::string(name) + "\"");
        }
    }
}

template <typename T>
std::optional<T> optional_member(const Json& object, const char* member, const std::string& where) {
    return object.contains(member) ? std::optional(required<T>(object, member, where))
                                   : std::nullopt;
}

/// Reason, source and grade, from the entry or from the reason that it names.
void read_reason(BaselineEntry& entry, const Json& object, const std::string& where) {
    entry.reason = required<std::string>(object, "reason", where);
    entry.source = required<std::string>(object, "source", where);
    entry.grade = required<std::string>(object, "grade", where);
    if (std::ranges::find(grades, entry.grade) == grades.end()) {
        throw InputError(where + ".grade: expected measured, tested, reported or inferred");
    }
}

Verdict read_outcome_verdict(const Json& object, bool may_pass, const std::string& where) {
    const auto verdict = verdict_from(required<std::string>(object, "verdict", where));
    if (!verdict || (*verdict != Verdict::fail && *verdict != Verdict::inconclusive &&
                     *verdict != Verdict::timeout && *verdict != Verdict::crash &&
                     *verdict != Verdict::recorded && (*verdict != Verdict::pass || !may_pass))) {
        throw InputError(where +
                         ".verdict: expected fail, inconclusive, timeout, crash or recorded" +
                         (may_pass ? ", or pass" : ""));
    }
    return *verdict;
}

std::vector<KnownOutcome> read_also(const Json& object, const std::string& where) {
    std::vector<KnownOutcome> outcomes;
    if (!object.contains("also")) {
        return outcomes;
    }
    const auto also = required<Json>(object, "also", where);
    if (!also.is_array() || also.empty()) {
        throw InputError(where + ".also: expected an array of outcomes");
    }
    for (std::size_t i = 0; i < also.size(); ++i) {
        const auto place = where + ".also[" + std::to_string(i) + "]";
        require_only(also[i], {"verdict", "observed"}, place);
        outcomes.push_back({read_outcome_verdict(also[i], true, place),
                            required<std::string>(also[i], "observed", place)});
    }
    return outcomes;
}

EntryCondition read_condition(const Json& object, const std::string& where) {
    EntryCondition condition;
    if (!object.contains("when")) {
        return condition;
    }
    const auto when = required<Json>(object, "when", where);
    const auto place = where + ".when";
    require_only(when, {"architecture", "provider", "registry"}, place);
    condition.architecture = optional_member<std::string>(when, "architecture", place);
    condition.provider = optional_member<std::string>(when, "provider", place);
    const auto registry = when.value("registry", Json::object());
    if (!registry.is_object()) {
        throw InputError(place + ".registry: expected an object");
    }
    for (const auto& [name, value] : registry.items()) {
        if (!value.is_null() && !value.is_number_unsigned()) {
            auto member = place + ".registry.";
            member += name;
            throw InputError(member + ": expected a number, or null for none");
        }
        condition.registry[name] =
            value.is_null() ? std::nullopt : std::optional(value.get<std::uint64_t>());
    }
    return condition;
}

std::string read_bug(const Json& object, const std::string& where) {
    auto bug = optional_member<std::string>(object, "bug", where).value_or("");
    if (!bug.empty() && !bug.starts_with("https://")) {
        throw InputError(where + ".bug: expected an address that begins with https://");
    }
    return bug;
}

std::string read_day(const Json& object, const std::string& where) {
    auto day = optional_member<std::string>(object, "revisit", where).value_or("");
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    bool fits = day.empty() || day.size() == 10;
    for (std::size_t i = 0; fits && i < day.size(); ++i) {
        fits = i == 4 || i == 7 ? day[i] == '-' : is_digit(day[i]);
    }
    if (!fits) {
        throw InputError(where + ".revisit: expected a day such as 2027-01-31");
    }
    return day;
}

BaselineEntry read_entry(const Json& object, const Json& reasons, const std::string& name,
                         const std::string& where) {
    BaselineEntry entry;
    if (object.is_object() && object.contains("because")) {
        require_only(object,
                     {"rows", "verdict", "observed", "because", "unconfirmed", "also", "bug",
                      "revisit", "when"},
                     where);
        entry.because = required<std::string>(object, "because", where);
        if (!reasons.contains(entry.because)) {
            throw InputError(where + ".because: expected a name among the reasons, got \"" +
                             entry.because + "\"");
        }
        read_reason(entry, reasons.at(entry.because), name + ": reasons." + entry.because);
    } else {
        require_only(object,
                     {"rows", "verdict", "observed", "reason", "source", "grade", "unconfirmed",
                      "also", "bug", "revisit", "when"},
                     where);
        read_reason(entry, object, where);
    }
    entry.rows = required<std::string>(object, "rows", where);
    static_cast<void>(RowPattern(entry.rows, where + ".rows"));
    entry.verdict = read_outcome_verdict(object, false, where);
    entry.observed = required<std::string>(object, "observed", where);
    entry.also = read_also(object, where);
    entry.bug = read_bug(object, where);
    entry.revisit = read_day(object, where);
    entry.when = read_condition(object, where);
    if (object.contains("unconfirmed")) {
        entry.unconfirmed = required<bool>(object, "unconfirmed", where);
    }
    return entry;
}

void add_file(const std::filesystem::path& path, std::vector<Baseline>& baselines) {
    baselines.push_back(read_baseline(read_report_file(path), utf8_from_path(path)));
    baselines.back().file = utf8_from_path(path.filename());
}

}  // namespace

Baseline read_baseline(std::string_view text, const std::string& name) {
    const auto json = parse_json(text, name);
    require_only(json,
                 {"platform", "wine", "reactos", "from", "until", "architecture", "server",
                  "provider", "measured", "reasons", "entries"},
                 name);
    Baseline baseline;
    baseline.file = name;
    auto& platform = baseline.platform;
    platform.name = required<std::string>(json, "platform", name);
    platform.wine = optional_member<std::string>(json, "wine", name);
    platform.reactos = optional_member<std::string>(json, "reactos", name);
    platform.versions = {version_member(json, "from", name), version_member(json, "until", name)};
    platform.architecture = optional_member<std::string>(json, "architecture", name);
    platform.server = optional_member<bool>(json, "server", name);
    platform.provider = optional_member<std::string>(json, "provider", name);
    baseline.measured = optional_member<std::string>(json, "measured", name).value_or("");
    const auto reasons = json.value("reasons", Json::object());
    if (!reasons.is_object()) {
        throw InputError(name + ": reasons: expected an object");
    }
    for (const auto& [key, reason] : reasons.items()) {
        auto where = name + ": reasons.";
        where += key;
        require_only(reason, {"reason", "source", "grade"}, where);
    }
    const auto entries = required<Json>(json, "entries", name);
    if (!entries.is_array()) {
        throw InputError(name + ": entries: expected an array");
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        baseline.entries.push_back(
            read_entry(entries[i], reasons, name, name + ": entries[" + std::to_string(i) + "]"));
    }
    return baseline;
}

std::vector<Baseline> load_baselines(const std::vector<std::filesystem::path>& paths) {
    std::vector<Baseline> baselines;
    for (const auto& path : paths) {
        std::error_code error;
        if (!std::filesystem::is_directory(path, error)) {
            add_file(path, baselines);
            continue;
        }
        std::set<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() == ".json") {
                files.insert(entry.path());
            }
        }
        if (files.empty() && !std::filesystem::is_empty(path)) {
            throw InputError(utf8_from_path(path) + ": expected a folder with .json files");
        }
        for (const auto& file : files) {
            add_file(file, baselines);
        }
    }
    return baselines;
}

}  // namespace conformance
