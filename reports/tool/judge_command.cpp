#include <algorithm>
#include <iostream>

#include "judge/gate.hpp"
#include "judge/judge.hpp"
#include "model/input_error.hpp"
#include "model/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "writers/atomic_file.hpp"
#include "writers/environment_text.hpp"
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

/// Writes what the report shows into the one file of `path` that is for its platform, or into a new
/// one.
void update(const Report& report, const std::string& path) {
    auto file = path_from_utf8(path);
    Baseline baseline{utf8_from_path(file.filename()), platform_of(report), {}};
    if (std::filesystem::exists(file)) {
        const auto known = load_checked_baselines({path}, {&report});
        const auto fits = [&](const Baseline& one) { return one.platform.is(*report.environment); };
        const auto found = std::ranges::find_if(known, fits);
        if (found == known.end()) {
            throw InputError(path + ": expected a baseline of " + platform_name(report) +
                             "; name a new file to make one");
        }
        baseline = *found;
        file = std::filesystem::is_directory(file) ? file / path_from_utf8(baseline.file) : file;
    }
    write_file_atomically(file, to_text(updated(baseline, report, row_names({&report}))));
    std::cout << "Updated       " << utf8_from_path(file) << "\n";
}

}  // namespace

ExitCode judge_command(const JudgeOptions& options) {
    auto report = load_report(options.report);
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
    if (!options.output.empty()) {
        write_output(options.output, report_text(report));
    }
    return report.judgement->gate_holds ? ExitCode::gate_holds : ExitCode::gate_broken;
}

}  // namespace conformance
