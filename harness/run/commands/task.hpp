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

/// What is to be run: new, or what an earlier run left undone.
struct Task {
    JournalHeader header;
    /// The journal to go on with.
    std::optional<Journal> journal;
    /// Where this run's journal is, when there is to be a report.
    std::optional<JournalPlace> place;
};

/// The task that the options ask for: what a journal left undone where --resume names one. Throws
/// InputError.
Task task_of(const RunOptions& options);

/// The plan for this machine, with everything resolved that need not run. Throws InputError for a
/// journal of another machine, which `journal_name` is.
Plan make_plan(const Task& task, const Inquiry& inquiry, const std::vector<CaseInfo>& cases,
               const std::string& journal_name);

/// The journal of this run; nothing where there is to be no report.
std::optional<JournalWriter> open_journal(Task& task, const Inquiry& inquiry);

}  // namespace conformance
