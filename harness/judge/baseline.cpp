#include "judge/baseline.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "model/json.hpp"
#include "model/report_reader.hpp"
#include "model/utf8.hpp"

namespace conformance {

namespace {

constexpr std::array<std::string_view, 4> grades{"measured", "H", "M", "L"};

void must_have_only(const Json& object, std::initializer_list<std::string_view> members,
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

std::optional<NtVersion> read_version(const Json& object, const char* member,
                                      const std::string& where) {
    if (!object.contains(member)) {
        return std::nullopt;
    }
    const auto version = nt_version_from(required<std::string>(object, member, where));
    if (!version) {
        throw InputError(where + ": " + member + ": expected a version such as 10.0.16299");
    }
    return version;
}

BaselineEntry read_entry(const Json& object, const std::string& where) {
    must_have_only(
        object, {"rows", "verdict", "observed", "reason", "source", "grade", "unconfirmed"}, where);
    BaselineEntry entry;
    entry.rows = required<std::string>(object, "rows", where);
    static_cast<void>(RowPattern(entry.rows, where + ".rows"));
    const auto verdict = verdict_from(required<std::string>(object, "verdict", where));
    if (!verdict || *verdict == Verdict::pass || *verdict == Verdict::not_applicable ||
        *verdict == Verdict::not_run) {
        throw InputError(where + ".verdict: expected fail, inconclusive, timeout or crash");
    }
    entry.verdict = *verdict;
    entry.observed = required<std::string>(object, "observed", where);
    entry.reason = required<std::string>(object, "reason", where);
    entry.source = required<std::string>(object, "source", where);
    entry.grade = required<std::string>(object, "grade", where);
    if (std::ranges::find(grades, entry.grade) == grades.end()) {
        throw InputError(where + ".grade: expected measured, H, M or L");
    }
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

bool Platform::is(const Environment& environment) const {
    const auto& actual = environment.os.wine_version;
    if (wine.has_value() != actual.has_value()) {
        return false;
    }
    const bool same_wine = !wine || *actual == *wine || actual->starts_with(*wine + ".");
    return same_wine && versions.contains(environment.os.version);
}

Baseline read_baseline(std::string_view text, const std::string& name) {
    const auto json = parse_json(text, name);
    must_have_only(json, {"platform", "wine", "from", "until", "entries"}, name);
    Baseline baseline;
    baseline.file = name;
    baseline.platform.name = required<std::string>(json, "platform", name);
    if (json.contains("wine")) {
        baseline.platform.wine = required<std::string>(json, "wine", name);
    }
    baseline.platform.versions = {read_version(json, "from", name),
                                  read_version(json, "until", name)};
    const auto entries = required<Json>(json, "entries", name);
    if (!entries.is_array()) {
        throw InputError(name + ": entries: expected an array");
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        baseline.entries.push_back(
            read_entry(entries[i], name + ": entries[" + std::to_string(i) + "]"));
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
        if (files.empty()) {
            throw InputError(utf8_from_path(path) + ": expected a folder with .json files");
        }
        for (const auto& file : files) {
            add_file(file, baselines);
        }
    }
    return baselines;
}

std::string to_text(const Baseline& baseline) {
    Json json{{"platform", baseline.platform.name}};
    if (baseline.platform.wine) {
        json["wine"] = *baseline.platform.wine;
    }
    if (baseline.platform.versions.from) {
        json["from"] = to_string(*baseline.platform.versions.from);
    }
    if (baseline.platform.versions.until) {
        json["until"] = to_string(*baseline.platform.versions.until);
    }
    json["entries"] = Json::array();
    for (const auto& entry : baseline.entries) {
        Json object{{"rows", entry.rows},         {"verdict", to_string(entry.verdict)},
                    {"observed", entry.observed}, {"reason", entry.reason},
                    {"source", entry.source},     {"grade", entry.grade}};
        if (entry.unconfirmed) {
            object["unconfirmed"] = true;
        }
        json["entries"].push_back(std::move(object));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

RowNames::RowNames(const RowCatalogue& catalogue) {
    for (const auto& [name, row] : catalogue.rows()) {
        add(name);
    }
}

void RowNames::add(const std::string& row) {
    by_case_[std::string(case_of(row))].insert(row);
}

const std::set<std::string>& RowNames::of(std::string_view case_name) const {
    static const std::set<std::string> none;
    const auto found = by_case_.find(case_name);
    return found == by_case_.end() ? none : found->second;
}

void check_entries(const std::vector<Baseline>& baselines, const RowNames& rows) {
    for (const auto& baseline : baselines) {
        std::map<std::string_view, const BaselineEntry*> taken;
        for (const auto& entry : baseline.entries) {
            const RowPattern pattern(entry.rows, baseline.file);
            bool any = false;
            for (const auto& row : rows.of(pattern.case_name())) {
                if (!pattern.matches(row)) {
                    continue;
                }
                any = true;
                const auto [place, fresh] = taken.emplace(row, &entry);
                if (!fresh) {
                    throw InputError(baseline.file + ": expected one entry for " + row + ", not " +
                                     place->second->rows + " and " + entry.rows);
                }
            }
            if (!any) {
                throw NothingMatched(baseline.file + ": no row is " + entry.rows);
            }
        }
    }
}

}  // namespace conformance
