#include "writers/judgement_text.hpp"

#include <set>

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "writers/console_summary.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"

namespace conformance {

namespace {

std::string verdict_and(const std::string& text, Verdict verdict) {
    return std::string(to_string(verdict)) + (text.empty() ? "" : ": " + text);
}

std::string recorded_text(const BaselineEntry& entry) {
    std::string text;
    for (const auto& outcome : entry.outcomes()) {
        text += (text.empty() ? "" : ", or ") + verdict_and(outcome.observed, outcome.verdict);
    }
    return text + " (" + entry.reason + ")";
}

/// The entries whose day has come, that something of this report was judged by.
std::string to_be_looked_at(const Report& report, const KnownDeviations& known) {
    std::set<const BaselineEntry*> due;
    std::string text;
    for (const auto& row : report.rows) {
        const auto* entry = known.find(row.row);
        // Both begin with the day, as year, month, day.
        if (entry != nullptr && !entry->revisit.empty() &&
            report.run.started.substr(0, entry->revisit.size()) >= entry->revisit &&
            due.insert(entry).second) {
            text += "Look again    " + terminal_text(entry->rows) + ", due since " +
                    terminal_text(entry->revisit) + "\n";
        }
    }
    return text;
}

std::string line_of(const RowResult& row, const KnownDeviations& known) {
    std::string text = "  " + terminal_text(label_of(row)) + "\n";
    const auto add = [&](const char* what, const std::string& value) {
        text += std::string("    ") + what + terminal_text(value) + "\n";
    };
    const auto wanted = expected(row);
    add("expected  ", wanted.empty() ? "as documented" : wanted);
    const auto* entry = known.find(row.row);
    add("recorded  ", entry == nullptr ? "nothing" : recorded_text(*entry));
    if (entry != nullptr && !entry->bug.empty()) {
        add("bug       ", entry->bug);
    }
    add("observed  ", verdict_and(observed(row), row.verdict));
    return text;
}

std::string rows_with(Standing standing, const Report& report, const KnownDeviations& known) {
    std::string text;
    for (const auto& row : report.rows) {
        if (row.standing == standing) {
            text += line_of(row, known);
        }
    }
    return text.empty() ? text : std::string(to_string(standing)) + "\n" + text + "\n";
}

std::string rows_not_run(const Report& report, const KnownDeviations& known) {
    std::string text;
    for (const auto& row : report.rows) {
        if (row.verdict == Verdict::not_run && !row.unobserved) {
            text += line_of(row, known);
        }
    }
    return text.empty() ? text : "not-run\n" + text + "\n";
}

std::string files_of(const Judgement& judgement) {
    std::string text;
    for (const auto& file : judgement.baselines) {
        text += (text.empty() ? "" : ", ") + terminal_text(file);
    }
    return text.empty() ? "none is for this platform" : text;
}

}  // namespace

std::string judgement_text(const Report& report, const KnownDeviations& known) {
    std::string text = rows_not_run(report, known);
    for (const auto standing :
         {Standing::regression, Standing::changed, Standing::recorded_otherwise, Standing::unknown,
          Standing::improvement}) {
        text += rows_with(standing, report, known);
    }
    text += console_facts(report);
    std::size_t unseen = 0;
    for (const auto& row : report.rows) {
        unseen += row.standing || (row.verdict == Verdict::not_run && !row.unobserved) ? 0 : 1;
    }
    const auto counts = count_standings(report.rows);
    std::string counted;
    for (const auto& [standing, count] : counts) {
        counted += (counted.empty() ? "" : ", ") + std::to_string(count) + " " +
                   std::string(to_string(standing));
    }
    text += "Baseline      " + files_of(*report.judgement) + "\n";
    if (!known.is_measured()) {
        text +=
            "Not measured  no report of this platform is in a baseline yet: what is known are "
            "predictions\n";
    }
    text += to_be_looked_at(report, known);
    text += "Standing      " + counted;
    if (unseen != 0) {
        text += (counted.empty() ? "" : ", ") + std::to_string(unseen) +
                " that say nothing of the platform";
    }
    text += "\nGate          ";
    text += gate_holds(report) ? "holds" : "broken";
    text += report.run.complete ? "\n" : ", the run is incomplete\n";
    return text;
}

}  // namespace conformance
