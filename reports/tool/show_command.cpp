#include <algorithm>
#include <iostream>
#include <set>

#include "base/input_error.hpp"
#include "model/suggestion.hpp"
#include "terminal/terminal.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "writers/console.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// The possible selectors of that report: its cases and requirements.
std::vector<std::string> selectors_of(const Report& report) {
    std::set<std::string> all;
    for (const auto& row : report.rows) {
        all.insert(row.case_name);
        all.insert(row.requirements.begin(), row.requirements.end());
    }
    return {all.begin(), all.end()};
}

/// The selectors that select a row of that report.
std::vector<std::string> selectors_with_rows(const std::vector<std::string>& selectors,
                                             const Report& report) {
    std::vector<std::string> found;
    for (const auto& selector : selectors) {
        if (std::ranges::any_of(report.rows, [&](const RowResult& row) {
                return is_selected({selector}, row.row, row.requirements);
            })) {
            found.push_back(selector);
        }
    }
    return found;
}

}  // namespace

ExitCode show_command(const ShowOptions& options) {
    const auto inputs = sort_inputs(options.inputs);
    if (inputs.reports.empty()) {
        throw InputError(options.inputs.front() +
                         ": expected a report, a folder or a pattern of reports");
    }
    const Terminal terminal(Stream::output);
    bool is_first = true;
    std::set<std::string> unused(inputs.selectors.begin(), inputs.selectors.end());
    std::vector<std::string> meant;
    for (const auto& path : inputs.reports) {
        const auto loaded = load_judged(path, options.baselines);
        for (const auto& selector : selectors_with_rows(inputs.selectors, loaded->report)) {
            unused.erase(selector);
        }
        meant = meant.empty() ? selectors_of(loaded->report) : meant;
        const auto is_wanted = [&](const RowResult& row) {
            return is_selected(inputs.selectors, row.row, row.requirements);
        };
        std::cout << (is_first ? "" : "\n") << "Report        " << terminal_text(path) << "\n"
                  << show_text(loaded->report, loaded->known_or_null(),
                               {terminal.layout(options.colour), options.only, options.calls, path,
                                options.baselines},
                               is_wanted, !inputs.selectors.empty());
        is_first = false;
    }
    // While the console still obeys.
    std::cout << std::flush;
    if (!unused.empty()) {
        const auto& selector = *unused.begin();
        throw InputError("no row of these reports is selected by \"" + selector + "\"" +
                         did_you_mean(selector, meant));
    }
    return ExitCode::gate_holds;
}

}  // namespace conformance
