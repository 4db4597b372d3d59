#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>

#include "facts/operating_system.hpp"
#include "judge/gate.hpp"
#include "model/input_error.hpp"
#include "model/json.hpp"
#include "model/utf8.hpp"
#include "plan/journal.hpp"
#include "plan/selector.hpp"
#include "requirements/catalogue.hpp"
#include "run/case_infos.hpp"
#include "run/commands.hpp"
#include "run/driver_guard.hpp"
#include "run/interruption.hpp"
#include "run/journal_place.hpp"
#include "run/outputs.hpp"
#include "run/progress.hpp"
#include "run/provider_inquiry.hpp"
#include "run/report_assembly.hpp"
#include "run/supervisor.hpp"
#include "terminal/terminal.hpp"
#include "winsock/function_table.hpp"
#include "writers/atomic_file.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// What is to be run: new, or what an earlier run left undone.
struct Task {
    JournalHeader header;
    /// The journal to go on with.
    std::optional<Journal> journal;
    /// Where this run's journal is, when there is to be a report.
    std::optional<JournalPlace> place;
};

/// The notes by their names; of two of one name the later counts.
std::vector<RowParameter> notes_of(const std::vector<std::string>& texts) {
    std::map<std::string, std::string> notes;
    for (const auto& text : texts) {
        const auto sign = text.find('=');
        notes[text.substr(0, sign)] = text.substr(sign + 1);
    }
    std::vector<RowParameter> sorted;
    for (const auto& [name, value] : notes) {
        sorted.push_back({name, value});
    }
    return sorted;
}

Task new_task(const RunOptions& options) {
    Task task;
    task.header.plan = {options.selectors,
                        options.excluded,
                        options.seed ? *options.seed : std::random_device{}(),
                        options.repeat.value_or(1),
                        options.walks.value_or(0),
                        options.variants.empty() ? std::vector<Variant>()
                                                 : read_variants(path_from_utf8(options.variants))};
    task.header.run = new_run(options.command_line, task.header.plan.seed);
    task.header.run.notes = notes_of(options.notes);
    task.header.run.calls = kept_calls_from(options.calls).value_or(KeptCalls::all);
    task.header.suite = this_suite();
    task.header.provider = options.provider;
    task.header.wsk_driver = options.wsk_driver;
    task.header.wsk_provider = options.wsk_provider.empty() ? "system" : options.wsk_provider;
    task.header.report_path = options.report;
    task.header.booted = boot_time();
    return task;
}

Task resumed_task(const RunOptions& options) {
    if (!options.selectors.empty() || !options.excluded.empty() || options.seed || options.repeat ||
        options.walks || !options.notes.empty() || !options.calls.empty() ||
        !options.provider.empty() || !options.wsk_driver.empty() || !options.wsk_provider.empty()) {
        throw InputError(
            "--resume takes selectors, --exclude, --seed, --repeat, --walks, --note, --calls, "
            "--provider, --wsk-driver and --wsk-provider from the journal");
    }
    Task task;
    const auto journal_path = path_from_utf8(options.resume);
    task.journal = read_journal(journal_path);
    task.place.emplace(JournalPlace::of(journal_path));
    task.header = task.journal->header;
    if (!options.report.empty()) {
        task.header.report_path = options.report;
    }
    const auto suite = this_suite();
    if (task.header.suite.commit != suite.commit ||
        task.header.suite.catalogue_sha256 != suite.catalogue_sha256) {
        throw InputError(options.resume + ": expected a journal of this build, commit " +
                         suite.commit + "; it is of " + task.header.suite.commit);
    }
    return task;
}

void require_same_machine(const Journal& journal, const Inquiry& inquiry, const std::string& name) {
    if (journal.header.version != inquiry.environment.os.version ||
        (journal.environment &&
         journal.environment->provider.sha256 != inquiry.environment.provider.sha256)) {
        throw InputError(name + ": expected a journal of this system and provider");
    }
}

/// Takes over what the journal already knows.
void settle_from(const Journal& journal, Plan& plan, const std::string& name) {
    std::map<std::pair<std::string, std::uint32_t>, PlannedRow*> rows;
    for (auto& row : plan.rows()) {
        rows[{row.result.row, row.repetition}] = &row;
    }
    for (const auto& result : journal.rows) {
        const auto found = rows.find({result.row, result.repetition});
        if (found == rows.end()) {
            throw InputError(name + ": expected rows of this plan, got " + result.row);
        }
        found->second->result = result;
        found->second->settled = true;
    }
    if (journal.header.booted == boot_time()) {
        return;
    }
    for (const auto& id : journal.in_flight) {
        const auto found = rows.find({id.row, id.repetition});
        if (found != rows.end() && !found->second->settled) {
            // Never run again by itself: it might bring the system down again.
            found->second->result.verdict = Verdict::crash;
            found->second->result.reason = "the system went down in this row";
            found->second->settled = true;
        }
    }
}

/// The first capability that is required and missing, or null.
const Capability* missing_capability(const std::vector<std::string>& required,
                                     const std::vector<Capability>& capabilities) {
    const auto found = std::ranges::find_if(capabilities, [&](const Capability& capability) {
        return !capability.available &&
               std::ranges::find(required, capability.name) != required.end();
    });
    return found == capabilities.end() ? nullptr : &*found;
}

/// Settles the rows that need what the machine does not have.
void settle_by_capabilities(Plan& plan, const std::vector<Capability>& capabilities) {
    for (auto& row : plan.rows()) {
        const auto missing = std::ranges::find_if(capabilities, [&](const Capability& capability) {
            const auto& needs = row.row.row->needs;
            return !capability.available &&
                   std::ranges::find(needs, capability.name) != needs.end();
        });
        if (!row.settled && missing != capabilities.end()) {
            row.settled = true;
            row.result.verdict = Verdict::inconclusive;
            row.result.unobserved = Unobserved::capability;
            row.result.reason = "needs " + missing->name + ": " + missing->reason;
        }
    }
}

/// Whether a selected row watches the wire, or the user requires that it can be watched.
bool wants_wire(const std::vector<SelectedRow>& selected,
                const std::vector<std::string>& required) {
    const auto is_of_wire = [](const std::string& capability) {
        return capability.starts_with("packet-observation") || capability == "silent-peer";
    };
    return std::ranges::any_of(required, is_of_wire) ||
           std::ranges::any_of(selected, [&](const SelectedRow& row) {
               return row.left_out.empty() && std::ranges::any_of(row.row.row->needs, is_of_wire);
           });
}

constexpr const char* driver_capability = "wsk-driver";

/// Whether a row that is still to run needs the probe driver, or the user does.
bool wants_driver(Plan& plan, const std::vector<std::string>& required) {
    return std::ranges::find(required, driver_capability) != required.end() ||
           std::ranges::any_of(plan.rows(), [](const PlannedRow& row) {
               const auto& needs = row.row.row->needs;
               return !row.settled && std::ranges::find(needs, driver_capability) != needs.end();
           });
}

/// Loads the probe driver where it is wanted, and adds what is known of it.
std::unique_ptr<DriverGuard> load_driver(const Task& task, const RunOptions& options, Plan& plan,
                                         Inquiry& inquiry) {
    const bool asked_for = !task.header.wsk_driver.empty() ||
                           std::ranges::find(options.required_capabilities, driver_capability) !=
                               options.required_capabilities.end();
    std::string why_not;
    if (!wants_driver(plan, options.required_capabilities)) {
        why_not = std::string(not_tried) + "no row of this run needs it";
    } else if (!asked_for && !inquiry.environment.os.wine_version) {
        // A driver may take the system down: Windows gets one from who asks for it alone.
        why_not = "not asked for: --wsk-driver PATH or --require wsk-driver loads it";
    }
    if (!why_not.empty()) {
        inquiry.capabilities.push_back({driver_capability, false, why_not});
        settle_by_capabilities(plan, inquiry.capabilities);
        return nullptr;
    }
    const auto path = task.header.wsk_driver.empty() ? default_driver_path()
                                                     : path_from_utf8(task.header.wsk_driver);
    auto guard =
        std::make_unique<DriverGuard>(path, task.header.wsk_provider, options.timeout_multiplier);
    inquiry.capabilities.push_back(guard->capability());
    inquiry.environment.winsock_kernel = guard->facts();
    settle_by_capabilities(plan, inquiry.capabilities);
    return guard;
}

/// A report that is to go into a folder gets its platform's name there.
void name_report(std::string& report, const Environment& environment) {
    const auto path = path_from_utf8(report);
    if (!report.empty() && std::filesystem::is_directory(path)) {
        report = utf8_from_path(path / report_file_name(environment));
    }
}

std::optional<JournalWriter> open_journal(Task& task, const Inquiry& inquiry) {
    if (task.journal) {
        return std::optional<JournalWriter>(std::in_place, task.place->journal(), *task.journal);
    }
    // A run of variants is not resumed: the journal does not hold them.
    if (task.header.report_path.empty() || !task.header.plan.variants.empty()) {
        return std::nullopt;
    }
    task.place.emplace(JournalPlace::beside(path_from_utf8(task.header.report_path)));
    std::optional<JournalWriter> writer(std::in_place, task.place->journal(), task.header);
    writer->write(inquiry.environment, inquiry.capabilities);
    return writer;
}

/// Writes the report and removes the journal, which says nothing more then. False when the report
/// could not be written; the journal stays.
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

/// The plan for this machine, with everything settled that need not run.
Plan make_plan(const Task& task, const Inquiry& inquiry, const std::vector<CaseInfo>& cases,
               const std::string& journal_name) {
    Plan plan(task.header.plan, cases, requirement_catalogue(), inquiry.environment.os.version);
    if (task.journal) {
        require_same_machine(*task.journal, inquiry, journal_name);
        settle_from(*task.journal, plan, journal_name);
    }
    settle_by_capabilities(plan, inquiry.capabilities);
    return plan;
}

/// Runs what is not settled. Every result goes to the journal, if there is one, before anything
/// else is done with it. Returns whether the journal, too, is whole.
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
    auto selectors = plan.selectors;
    for (const auto& variant : plan.variants) {
        selectors.insert(selectors.end(), variant.selectors.begin(), variant.selectors.end());
    }
    return selectors;
}

/// Judges the report where a baseline was given. What it is judged by refers to `baselines`.
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
    auto task = options.resume.empty() ? new_task(options) : resumed_task(options);
    const auto selectors = all_selectors(task.header.plan);
    const auto cases = task.header.plan.walks == 0
                           ? registered_case_infos(selectors)
                           : searching_case_infos(task.header.plan.walks, task.header.plan.seed);
    // What is wrong with the command line is told before anything is started.
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
                           options.wait_for_debugger},
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
