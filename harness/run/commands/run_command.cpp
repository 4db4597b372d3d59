#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>

#include "facts/operating_system.hpp"
#include "judge/gate.hpp"
#include "base/input_error.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"
#include "plan/selector.hpp"
#include "requirements/catalogue.hpp"
#include "commands/capabilities.hpp"
#include "commands/case_infos.hpp"
#include "commands/commands.hpp"
#include "commands/interruption.hpp"
#include "commands/outputs.hpp"
#include "commands/progress.hpp"
#include "commands/report_assembly.hpp"
#include "commands/task.hpp"
#include "commands/written_file.hpp"
#include "supervisor/supervisor.hpp"
#include "terminal/terminal.hpp"
#include "winsock/function_table.hpp"
#include "writers/atomic_file.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// A report that is to go into a folder gets its platform's name there.
void name_report(std::string& report, const Environment& environment) {
    const auto path = path_from_utf8(report);
    if (!report.empty() && std::filesystem::is_directory(path)) {
        report = utf8_from_path(path / report_file_name(environment));
    }
}

/// Writes the report and removes the journal, which is then not needed. False when the report could
/// not be written; the journal stays.
bool write_report(const Report& report, const Task& task) {
    const auto& name = task.header.report_path;
    const bool written =
        name.empty() ||
        write_file(
            name, bytes_for(name, Json(report).dump(1, ' ', false, Json::error_handler_t::replace) +
                                      "\n"));
    if (written && task.place && report.run.complete) {
        std::error_code ignored;
        std::filesystem::remove(task.place->journal(), ignored);
    }
    return written;
}

ExitCode conclude(const Report& report, const Supervisor& supervisor, bool written,
                  bool requires_measured) {
    for (const auto& fault : supervisor.faults()) {
        std::cerr << "winsock-conformance: harness fault: " << terminal_text(fault) << std::endl;
    }
    if (!supervisor.faults().empty() || !written) {
        return ExitCode::harness_fault;
    }
    if (std::ranges::all_of(report.rows, [](const RowResult& row) {
            return row.verdict == Verdict::not_applicable || row.unobserved == Unobserved::choice ||
                   row.unobserved == Unobserved::version;
        })) {
        std::cerr
            << "winsock-conformance: nothing ran: no selected row applies to this version and "
               "can be observed on it"
            << std::endl;
        return ExitCode::nothing_ran;
    }
    const auto unmeasured =
        std::ranges::count(report.rows, Verdict::not_measured, &RowResult::verdict);
    if (requires_measured && unmeasured != 0) {
        std::cerr << "winsock-conformance: the machine was too busy to measure " << unmeasured
                  << (unmeasured == 1 ? " row" : " rows") << ", and --require measured was given"
                  << std::endl;
        return ExitCode::capability_missing;
    }
    return gate_holds(report) ? ExitCode::gate_holds : ExitCode::gate_broken;
}

/// Runs the rows that are not resolved. Every result goes to the journal, if there is one, first.
/// Returns whether the journal is complete.
bool run_plan(Supervisor& supervisor, std::optional<JournalWriter>& journal, const Task& task) {
    supervisor.run();
    if (journal && supervisor.interrupted()) {
        journal->interrupted();
    }
    const bool whole = journal && journal->whole();
    if (journal && !whole) {
        std::cerr << "winsock-conformance: " << utf8_from_path(task.place->journal())
                  << ": could not be written to the end" << std::endl;
    }
    // Closed, so that it can be removed.
    journal.reset();
    return whole;
}

/// Whether a row breaks the gate, as the report will say.
std::function<bool(const RowResult&)> breaks_gate_by(const std::vector<Baseline>& baselines,
                                                     const Environment& environment,
                                                     const RunOptions& options) {
    if (options.baselines.empty()) {
        return [](const RowResult& row) { return breaks_gate(row, std::nullopt); };
    }
    const auto known = std::make_shared<KnownDeviations>(baselines, environment);
    return [known, judgement = Judgement{known->files(), options.strict, false}](RowResult row) {
        row.standing = standing_of(row, *known);
        return breaks_gate(row, judgement);
    };
}

/// Whoever debugs a row takes longer than any deadline.
RunOptions with_time_to_debug(RunOptions options) {
    constexpr double hours = 1000;
    if (options.wait_for_debugger) {
        options.timeout_multiplier = hours;
    }
    return options;
}

void require_one_row(const std::vector<SelectedRow>& selected, std::uint32_t repeat,
                     const RunOptions& options) {
    const auto rows = std::ranges::count_if(
        selected, [](const SelectedRow& row) { return row.left_out.empty(); });
    if (options.wait_for_debugger && (rows != 1 || repeat != 1)) {
        throw InputError("--wait-for-debugger: expected a selector of one row, and no --repeat; " +
                         std::to_string(rows) + (rows == 1 ? " row is" : " rows are") +
                         " selected, to run " + std::to_string(repeat) + "x");
    }
}

void require_variants_alone(const RunOptions& options) {
    if (!options.variants.empty() && (!options.selectors.empty() || options.repeat ||
                                      options.walks || options.update || !options.resume.empty())) {
        throw InputError(
            "--variants takes the rows and their repetitions from its file: expected no selectors, "
            "--repeat, --walks, --update or --resume beside it");
    }
}

/// The selectors, of all variants where there are some.
std::vector<std::string> all_selectors(const PlanOptions& plan) {
    if (plan.variants.empty()) {
        return plan.selectors;
    }
    std::set<std::string> selectors;
    for (const auto& variant : plan.variants) {
        selectors.insert(variant.selectors.begin(), variant.selectors.end());
    }
    return {selectors.begin(), selectors.end()};
}

/// Judges the report when a baseline was given. The result refers to `baselines`.
std::optional<KnownDeviations> judged_by(Report& report, const std::vector<Baseline>& baselines,
                                         const RunOptions& options) {
    if (options.baselines.empty()) {
        return std::nullopt;
    }
    std::optional<KnownDeviations> known(std::in_place, baselines, *report.environment);
    judge(report, *known, options.strict);
    return known;
}

}  // namespace

ExitCode run_command(const RunOptions& given) {
    const auto begun = std::chrono::steady_clock::now();
    const auto options = with_time_to_debug(given);
    if (options.walks && options.update) {
        throw InputError("--update takes the listed walks, and not those of --walks");
    }
    require_variants_alone(options);
    auto task = task_of(options);
    const auto selectors = all_selectors(task.header.plan);
    const auto cases = task.header.plan.walks == 0
                           ? registered_case_infos(selectors)
                           : searching_case_infos(task.header.plan.walks, task.header.plan.seed);
    // Errors of the command line are reported before anything is started.
    const auto selected =
        select_rows(selectors, task.header.plan.excluded, cases, requirement_catalogue());
    require_one_row(selected, task.header.plan.repeat, options);
    auto baselines = checked_baselines(options);
    check_outputs(options, task.header.report_path);

    const auto provider = task.header.provider.empty() ? system_provider_path()
                                                       : path_from_utf8(task.header.provider);
    auto inquiry = inquire(provider, wants_wire(selected, options.required_capabilities),
                           options.timeout_multiplier);
    for (auto& capability : inquiry.capabilities) {
        if (std::ranges::find(options.capabilities_left_out, capability.name) !=
            options.capabilities_left_out.end()) {
            capability = {capability.name, false, "left out by --without"};
        }
    }
    auto plan = make_plan(task, inquiry, cases, options.resume);
    const auto driver = load_driver(task, options, plan, inquiry);
    if (const auto* missing =
            missing_capability(options.required_capabilities, inquiry.capabilities)) {
        std::cerr << "winsock-conformance: the required capability " << missing->name
                  << " is missing: " << terminal_text(missing->reason) << std::endl;
        return ExitCode::capability_missing;
    }
    task.header.version = inquiry.environment.os.version;
    name_report(task.header.report_path, inquiry.environment);
    auto journal = open_journal(task, inquiry);

    EventQueue events;
    const Interruption interruption(events);
    const Terminal terminal(Stream::error);
    Progress progress(std::cerr, terminal, terminal.layout(options.colour), plan.run_order().size(),
                      breaks_gate_by(baselines, inquiry.environment, options));
    Supervisor supervisor(plan,
                          {provider,
                           driver ? driver->device() : "",
                           task.header.wsk_provider,
                           // On Windows all taps see every packet of 127.0.0.1.
                           {options.jobs, !inquiry.environment.os.wine_version},
                           options.timeout_multiplier,
                           options.wait_for_debugger,
                           options.show_calls || task.header.run.calls == KeptCalls::all},
                          events,
                          {[&](const RowId& row) {
                               if (journal) {
                                   journal->begin(row);
                               }
                           },
                           [&](const RowResult& result) {
                               if (journal) {
                                   journal->write(result);
                               }
                               progress.row_ended(result);
                           },
                           [&] {
                               if (journal) {
                                   journal->sync();
                               }
                           },
                           [&](std::uint32_t process) {
                               std::cerr << (terminal.exists() ? "\nProcess " : "Process ")
                                         << process << " waits until a debugger is attached"
                                         << std::endl;
                           }});
    const bool kept = run_plan(supervisor, journal, task);
    progress.end();

    const auto took = std::chrono::steady_clock::now() - begun;
    task.header.run.duration_ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    auto report = assemble_report(task.header.run, plan, requirement_catalogue(),
                                  inquiry.environment, inquiry.capabilities);
    const bool adopted = adopt_if_asked(report, baselines, options);
    const auto known = judged_by(report, baselines, options);
    const auto* what_is_known = known ? &*known : nullptr;
    show_run(report, what_is_known, options, task.header.report_path);
    const bool others_written = write_other_forms(report, what_is_known, options);
    leave_out_calls(report, task.header.run.calls);
    const bool written = write_report(report, task);
    if (kept && (!written || !report.run.complete)) {
        std::cerr << "winsock-conformance: what has run is kept in "
                  << utf8_from_path(task.place->journal()) << "; finish with --resume" << std::endl;
    }
    std::cout << std::flush;
    const bool requires_measured =
        std::ranges::find(options.required_capabilities, measured_condition) !=
        options.required_capabilities.end();
    const auto code = conclude(report, supervisor, written && others_written, requires_measured);
    return adopted || code == ExitCode::harness_fault ? code : ExitCode::bad_input;
}

}  // namespace conformance
