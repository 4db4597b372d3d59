#include "writers/console_facts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "judge/gate.hpp"
#include "base/text.hpp"
#include "writers/counts.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// The entries whose day has come, by which something of this report was judged.
std::string due_entries(const Report& report, const KnownDeviations& known, const Layout& layout) {
    std::set<const BaselineEntry*> due;
    std::string text;
    for (const auto& row : report.rows) {
        const auto* entry = known.find(row.row);
        // Both begin with the day, as year, month, day.
        if (entry != nullptr && !entry->revisit.empty() &&
            report.run.started.substr(0, entry->revisit.size()) >= entry->revisit &&
            due.insert(entry).second) {
            text += wrapped(layout, "Look again    ",
                            terminal_text(entry->rows + ", due since " + entry->revisit));
        }
    }
    return text;
}

std::string requirement_lines(const Report& report, const Layout& layout) {
    std::map<Verdict, std::size_t> all;
    std::map<Basis, std::map<Verdict, std::size_t>> by_basis;
    std::size_t in_part = 0;
    for (const auto& requirement : report.requirements) {
        ++all[requirement.of_rows.verdict];
        ++by_basis[requirement.basis][requirement.of_rows.verdict];
        in_part += requirement.of_rows.in_part() ? 1 : 0;
    }
    auto text = wrapped(
        layout, "Requirements  ",
        std::to_string(report.requirements.size()) + ": " + counts_text(all) +
            (in_part == 0 ? ""
                          : "; " + std::to_string(in_part) + " of them by a part of their rows"));
    for (const auto& [basis, counts] : by_basis) {
        const auto name = std::string(to_string(basis));
        text +=
            wrapped(layout, "  " + name + std::string(12 - name.size(), ' '), counts_text(counts));
    }
    return text;
}

std::string baseline_lines(const Report& report, const KnownDeviations* known,
                           const Layout& layout) {
    std::string files;
    for (const auto& file : report.judgement->baselines) {
        files += (files.empty() ? "" : ", ") + terminal_text(file);
    }
    auto text =
        wrapped(layout, "Baseline      ", files.empty() ? "none is for this platform" : files);
    if (known != nullptr && !known->is_measured()) {
        text += wrapped(layout, "Not measured  ",
                        "no report of this platform is in a baseline yet: what is known are "
                        "predictions");
    }
    if (known != nullptr) {
        text += due_entries(report, *known, layout);
    }
    const auto unseen =
        static_cast<std::size_t>(std::ranges::count_if(report.rows, [](const RowResult& row) {
            return !row.standing && (row.verdict != Verdict::not_run || row.unobserved);
        }));
    const auto standings = counts_text(count_standings(report.rows));
    return text + wrapped(layout, "Standing      ",
                          standings + (unseen == 0 ? ""
                                                   : (standings.empty() ? "" : ", ") +
                                                         std::to_string(unseen) +
                                                         " that say nothing of the platform"));
}

}  // namespace

std::string facts_text(const Report& report, const Layout& layout) {
    std::string text;
    if (report.environment) {
        const auto& environment = *report.environment;
        text += wrapped(layout, "System        ", terminal_text(describe(environment)));
        const auto& provider = environment.provider;
        text += wrapped(
            layout, "Winsock       ",
            terminal_text(provider.path +
                          (provider.version.empty() ? "" : ", version " + provider.version)));
    }
    for (const auto& capability : report.capabilities) {
        if (!capability.available && !capability.reason.starts_with(not_tried)) {
            const auto rows = std::ranges::count_if(report.rows, [&](const RowResult& row) {
                return row.unobserved == Unobserved::capability &&
                       row.reason.starts_with("needs " + capability.name + ":");
            });
            const auto hidden = rows == 0 ? std::string()
                                          : ", which " + std::to_string(rows) +
                                                (rows == 1 ? " row needs" : " rows need");
            text += wrapped(layout, "Missing       ",
                            terminal_text(capability.name + hidden + ": " + capability.reason));
        }
    }
    return text + requirement_lines(report, layout) +
           wrapped(layout, "Rows          ",
                   std::to_string(report.rows.size()) + ": " +
                       counts_text(count_verdicts(report.rows))) +
           wrapped(layout, "Duration      ",
                   seconds(report.run.duration_ms) + ", seed " + std::to_string(report.run.seed) +
                       (report.run.complete ? "" : ", INCOMPLETE"));
}

std::string gate_text(const Report& report, const KnownDeviations* known, const Layout& layout) {
    const bool holds = gate_holds(report);
    return (report.judgement ? baseline_lines(report, known, layout) : "") + "Gate          " +
           coloured(layout, holds ? Colour::green : Colour::red, holds ? "holds" : "broken") +
           (report.judgement ? "" : ", without a baseline") +
           (report.run.complete ? "" : ", the run is incomplete") + "\n";
}

}  // namespace conformance
