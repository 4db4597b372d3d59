#include <algorithm>
#include <iostream>
#include <optional>

#include "judge/gate.hpp"
#include "judge/judge.hpp"
#include "model/input_error.hpp"
#include "model/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "writers/atomic_file.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"
#include "writers/judgement_text.hpp"

namespace conformance {

namespace {

/// A platform that is exactly the report's.
Platform platform_of(const Report& report) {
    const auto& os = report.environment->os;
    if (os.wine_version) {
        const auto major = os.wine_version->substr(0, os.wine_version->find('.'));
        return {"Wine " + major, major, {}};
    }
    return {platform_name(report), std::nullopt, {os.version, os.version}};
}

/// Where what the report shows is to be written: the one baseline of `path` that is for its
/// platform, or a new file.
struct Place {
    std::filesystem::path file;
    Baseline baseline;
};

Place place_for(const Report& report, const std::string& path) {
    const auto given = path_from_utf8(path);
    std::error_code error;
    if (!std::filesystem::exists(given, error)) {
        return {given, {utf8_from_path(given.filename()), platform_of(report), {}}};
    }
    auto known = load_checked_baselines({path}, {&report});
    std::erase_if(known,
                  [&](const Baseline& one) { return !one.platform.is(*report.environment); });
    if (known.size() != 1) {
        throw InputError(path + ": expected one baseline of " + platform_name(report) + ", got " +
                         std::to_string(known.size()) + "; name a new file to make one");
    }
    const bool is_folder = std::filesystem::is_directory(given, error);
    return {is_folder ? given / path_from_utf8(known.front().file) : given, known.front()};
}

void update(const Report& report, const std::string& path) {
    const auto& provider = report.environment->provider.path;
    if (!is_system_provider(*report.environment)) {
        throw InputError("--update: expected a report of the system's own Winsock, not of " +
                         provider);
    }
    const auto [file, baseline] = place_for(report, path);
    const auto text = to_text(updated(baseline, report, row_names({&report})));
    // A row of another suite may have a name that is no pattern.
    static_cast<void>(read_baseline(text, path));
    write_file_atomically(file, text);
    std::cout << "Updated       " << terminal_text(utf8_from_path(file)) << "\n";
}

}  // namespace

ExitCode judge_command(const JudgeOptions& options) {
    auto report = load_report(options.report);
    // Before anything is changed, so that it fails before.
    std::optional<AtomicFile> output;
    if (!options.output.empty()) {
        output.emplace(path_from_utf8(options.output));
    }
    rejudge(report, requirement_catalogue(), row_catalogue());
    if (options.update) {
        if (options.baselines.size() != 1) {
            throw InputError("--update: expected one --baseline to write to");
        }
        update(report, options.baselines.front());
    }
    const auto baselines = load_checked_baselines(options.baselines, {&report});
    const KnownDeviations known(baselines, *report.environment);
    judge(report, known, options.strict);
    std::cout << judgement_text(report, known);
    if (output) {
        output->write(report_text(report));
        output->commit();
    }
    if (std::ranges::all_of(report.rows, [](const RowResult& row) {
            return row.verdict == Verdict::not_applicable;
        })) {
        throw NothingMatched(options.report + ": no row of it applies to its platform");
    }
    return report.judgement->gate_holds ? ExitCode::gate_holds : ExitCode::gate_broken;
}

}  // namespace conformance
