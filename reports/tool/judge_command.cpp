#include <algorithm>
#include <iostream>
#include <filesystem>
#include <optional>

#include "judge/gate.hpp"
#include "judge/judge.hpp"
#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "tool/commands.hpp"
#include "terminal/terminal.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "writers/adoption.hpp"
#include "writers/atomic_file.hpp"
#include "writers/console.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// Prints the report's changes to its platform's baseline, and writes them unless --dry-run was
/// given.
void update(const Report& report, const JudgeOptions& options) {
    if (options.baselines.size() != 1) {
        throw InputError("--update: expected one --baseline to write to");
    }
    const auto path = path_from_utf8(options.baselines.front());
    std::error_code error;
    const auto known = std::filesystem::exists(path, error)
                           ? load_checked_baselines(options.baselines, {&report})
                           : std::vector<Baseline>();
    const Adoption adoption(report, path, known, row_names({&report}));
    const auto changes = adoption.changes();
    std::cout << (changes.empty() ? "No entry of the baseline changes.\n" : changes);
    if (!options.dry_run) {
        adoption.write();
        std::cout << "Updated       " << terminal_text(utf8_from_path(adoption.file())) << "\n";
    }
    std::cout << "\n";
}

}  // namespace

ExitCode judge_command(const JudgeOptions& options) {
    const auto path = one_report(options.report);
    auto report = load_report(path);
    // Before anything is changed, so that it fails before.
    std::optional<AtomicFile> output;
    if (!options.output.empty()) {
        output.emplace(path_from_utf8(options.output));
    }
    rejudge(report, requirement_catalogue(), row_catalogue());
    if (options.dry_run && !options.update) {
        throw InputError("--dry-run: expected --update, too");
    }
    if (options.update) {
        update(report, options);
    }
    std::error_code error;
    const bool is_first = options.dry_run && !std::filesystem::exists(
                                                 path_from_utf8(options.baselines.front()), error);
    const auto baselines =
        is_first ? std::vector<Baseline>() : load_checked_baselines(options.baselines, {&report});
    const KnownDeviations known(baselines, *report.environment);
    judge(report, known, options.strict);
    const Terminal terminal(Stream::output);
    std::cout << run_text(report, &known,
                          {terminal.layout(options.colour), options.only, false, path,
                           options.baselines})
              << std::flush;
    if (!known.is_measured()) {
        std::cout << "Adopt         conformance-report judge \"" << terminal_text(path)
                  << "\" --baseline \"" << terminal_text(options.baselines.front())
                  << "\" --update\n";
    }
    if (output) {
        output->write(bytes_for(options.output, report_text(report)));
        output->commit();
    }
    if (std::ranges::all_of(report.rows, [](const RowResult& row) {
            return row.verdict == Verdict::not_applicable ||
                   row.unobserved == Unobserved::version || row.unobserved == Unobserved::choice;
        })) {
        throw NothingMatched(options.report + ": no row of it applies to its platform");
    }
    return report.judgement->gate_holds ? ExitCode::gate_holds : ExitCode::gate_broken;
}

}  // namespace conformance
