#include "writers/adoption.hpp"

#include <algorithm>
#include <map>

#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "writers/atomic_file.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// A platform that is exactly the report's; of a Wine or a ReactOS its version.
Platform platform_of(const Report& report) {
    const auto& environment = *report.environment;
    const auto& os = environment.os;
    Platform platform;
    if (os.wine_version) {
        platform.wine = os.wine_version->substr(0, os.wine_version->find('.'));
        platform.name = "Wine " + *platform.wine;
    } else if (os.reactos_version) {
        platform.reactos = *os.reactos_version;
        platform.name = os.product;
    } else {
        platform.name = platform_name(report);
        platform.versions = {os.version, os.version};
        platform.architecture = environment.architecture.name();
        platform.server = os.server;
    }
    if (!is_system_provider(environment)) {
        platform.provider = provider_file_name(environment);
        platform.name += ", " + *platform.provider;
    }
    return platform;
}

std::string line_of(const char* what, const BaselineEntry& entry) {
    return std::string(what) + terminal_text(entry.rows) + "  " +
           std::string(to_string(entry.verdict)) + ": " + terminal_text(entry.observed) + "\n";
}

bool is_same(const BaselineEntry& one, const BaselineEntry& other) {
    return one.verdict == other.verdict && one.observed == other.observed &&
           one.reason == other.reason && one.grade == other.grade &&
           one.unconfirmed == other.unconfirmed;
}

}  // namespace

Adoption::Adoption(const Report& report, const std::filesystem::path& path,
                   const std::vector<Baseline>& known, const RowNames& names)
    : file_(path) {
    std::vector<const Baseline*> fitting;
    for (const auto& baseline : known) {
        if (baseline.platform.is(*report.environment)) {
            fitting.push_back(&baseline);
        }
    }
    if (fitting.size() > 1) {
        throw InputError(utf8_from_path(path) + ": expected one baseline of " +
                         platform_name(report) + ", got " + std::to_string(fitting.size()));
    }
    const bool is_file = path.extension() == ".json";
    if (is_file && fitting.empty() && !known.empty()) {
        throw InputError(utf8_from_path(path) + ": expected a baseline of " +
                         platform_name(report) + ", got one of " + known.front().platform.name);
    }
    if (fitting.empty()) {
        before_.platform = platform_of(report);
    } else {
        before_ = *fitting.front();
    }
    if (!is_file) {
        file_ /= fitting.empty() ? path_from_utf8(report_file_name(*report.environment))
                                 : path_from_utf8(before_.file);
    }
    before_.file = utf8_from_path(file_.filename());
    after_ = updated(before_, report, names);
    // A row of another suite may have a name that is no pattern.
    static_cast<void>(read_baseline(to_text(after_), utf8_from_path(file_)));
}

std::string Adoption::changes() const {
    std::map<std::string, const BaselineEntry*> before;
    for (const auto& entry : before_.entries) {
        before[entry.rows] = &entry;
    }
    std::string text;
    for (const auto& entry : after_.entries) {
        const auto found = before.find(entry.rows);
        if (found == before.end()) {
            text += line_of("added    ", entry);
            continue;
        }
        if (!is_same(*found->second, entry)) {
            text += line_of("changed  ", entry);
        }
        before.erase(found);
    }
    for (const auto& [rows, entry] : before) {
        text += line_of("removed  ", *entry);
    }
    return text;
}

void Adoption::write() const {
    if (file_.has_parent_path()) {
        std::error_code error;
        std::filesystem::create_directories(file_.parent_path(), error);
    }
    write_file_atomically(file_, to_text(after_));
}

}  // namespace conformance
