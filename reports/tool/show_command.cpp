#include <algorithm>
#include <iostream>
#include <set>

#include "model/input_error.hpp"
#include "model/suggestion.hpp"
#include "terminal/terminal.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "writers/console.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// What selects rows of that report: its cases and requirements.
std::vector<std::string> selectors_of(const Report& report) {
    std::set<std::string> all;
    for (const auto& row : report.rows) {
        all.insert(row.case_name);
        all.insert(row.requirements.begin(), row.requirements.end());
    }
    return {all.begin(), all.end()};
}

/// Throws InputError for a selector that selects no row of that report.
void must_select(const std::vector<std::string>& selectors, const Report& report,
                 const std::string& path) {
    for (const auto& selector : selectors) {
        if (std::ranges::none_of(report.rows, [&](const RowResult& row) {
                return is_selected({selector}, row.row, row.requirements);
            })) {
            auto message = path + ": no row of it is selected by \"";
            message += selector;
            message += "\"";
            message += did_you_mean(selector, selectors_of(report));
            throw InputError(message);
        }
    }
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
    for (const auto& path : inputs.reports) {
        const auto loaded = load_judged(path, options.baselines);
        must_select(inputs.selectors, loaded->report, path);
        const auto is_wanted = [&](const RowResult& row) {
            return is_selected(inputs.selectors, row.row, row.requirements);
        };
        std::cout << (is_first ? "" : "\n") << "Report        " << terminal_text(path) << "\n"
                  << show_text(loaded->report, loaded->known_or_null(),
                               {terminal.layout(options.colour), options.only, options.calls, path},
                               is_wanted, !inputs.selectors.empty());
        is_first = false;
    }
    return ExitCode::gate_holds;
}

}  // namespace conformance
