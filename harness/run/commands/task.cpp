#include "commands/task.hpp"

#include <map>
#include <random>
#include <utility>

#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "commands/capabilities.hpp"
#include "commands/report_assembly.hpp"
#include "facts/operating_system.hpp"
#include "requirements/catalogue.hpp"

namespace conformance {

namespace {

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

/// Takes over the results in the journal.
void resolve_from(const Journal& journal, Plan& plan, const std::string& name) {
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
        found->second->resolved = true;
    }
    if (journal.header.booted == boot_time()) {
        return;
    }
    for (const auto& id : journal.in_flight) {
        const auto found = rows.find({id.row, id.repetition});
        if (found != rows.end() && !found->second->resolved) {
            // Never run again by itself: it might bring the system down again.
            found->second->result.verdict = Verdict::crash;
            found->second->result.reason = "the system went down in this row";
            found->second->resolved = true;
        }
    }
}

}  // namespace

Task task_of(const RunOptions& options) {
    return options.resume.empty() ? new_task(options) : resumed_task(options);
}

Plan make_plan(const Task& task, const Inquiry& inquiry, const std::vector<CaseInfo>& cases,
               const std::string& journal_name) {
    Plan plan(task.header.plan, cases, requirement_catalogue(), inquiry.environment.os.version);
    if (task.journal) {
        require_same_machine(*task.journal, inquiry, journal_name);
        resolve_from(*task.journal, plan, journal_name);
    }
    resolve_by_capabilities(plan, inquiry.capabilities);
    return plan;
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

}  // namespace conformance
