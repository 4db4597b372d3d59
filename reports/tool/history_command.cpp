#include <algorithm>
#include <iostream>
#include <string_view>

#include "base/input_error.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/history_forms.hpp"
#include "tool/inputs.hpp"

namespace conformance {

ExitCode history_command(const HistoryCommandOptions& options) {
    const auto inputs = sort_inputs(options.inputs);
    if (inputs.reports.empty()) {
        throw InputError("history: expected a report, a folder or a pattern of reports");
    }
    if (!options.since.empty() && !options.until.empty() && options.since > options.until) {
        throw InputError("--since " + options.since + ": expected a day before --until " +
                         options.until);
    }
    const auto lines =
        read_history({inputs.reports, inputs.selectors, options.since, options.until});
    if (lines.empty()) {
        throw NothingMatched("history: no report is of that time");
    }
    if (std::ranges::all_of(lines, [](const HistoryLine& line) { return line.rows.empty(); })) {
        throw InputError("history: no row of these reports is selected");
    }
    const auto form = options.format == "json"       ? history_json
                      : options.format == "markdown" ? history_markdown
                      : options.format == "html"     ? history_page
                                                     : history_text;
    write_output(options.output, form(lines));
    const bool is_worse =
        std::ranges::any_of(lines, [](const HistoryLine& line) { return !line.worse.empty(); });
    return is_worse ? ExitCode::gate_broken : ExitCode::gate_holds;
}

}  // namespace conformance
