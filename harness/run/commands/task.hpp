#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/command_line.hpp"
#include "commands/journal_place.hpp"
#include "plan/journal.hpp"
#include "plan/plan.hpp"
#include "supervisor/provider_inquiry.hpp"

namespace conformance {

/// The work of a run: a new one, or the rest of an earlier one.
struct Task {
    JournalHeader header;
    /// The journal to continue.
    std::optional<Journal> journal;
    /// The file of this run's journal, when a report is written.
    std::optional<JournalPlace> place;
};

/// The task that the options describe: with --resume, the rest of that journal's run. Throws
/// InputError.
Task task_of(const RunOptions& options);

/// The plan for this machine; rows that need not run are resolved. Throws InputError when the
/// journal, called `journal_name`, is from another machine.
Plan make_plan(const Task& task, const Inquiry& inquiry, const std::vector<CaseInfo>& cases,
               const std::string& journal_name);

/// The journal of this run; nothing when no report is written.
std::optional<JournalWriter> open_journal(Task& task, const Inquiry& inquiry);

}  // namespace conformance
