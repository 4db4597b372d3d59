#include "writers/github_annotations.hpp"

#include <algorithm>

#include "judge/gate.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"
#include "writers/rerun.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

namespace {

/// The place of the failed check, as properties.
std::string place_properties(const RowResult& row) {
    const auto* failed = row.failed_check();
    return row.source
               ? "file=" + github_property(row.source->file) + ",line=" +
                     std::to_string(failed == nullptr ? row.source->line : failed->line) + ","
               : "";
}

std::string what_broke(const Report& report, const RowGroup& group) {
    const auto message = message_of(group.first());
    auto text = group.what() + (message.empty() ? "" : ": " + message);
    if (group.entry != nullptr) {
        text += "\nrecorded " + recorded_text(*group.entry);
    }
    const auto rerun = rerun_command(report, group.rows);
    return text + (rerun.empty() ? "" : "\nrerun: " + rerun);
}

/// With the line ends between them, which github_message keeps.
std::string message_lines(const std::string& text) {
    std::string lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines += (lines.empty() ? "" : "%0A") + github_message(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace

std::string github_annotations(const Report& report, const KnownDeviations* known) {
    constexpr std::size_t most = 9;
    const auto groups = row_groups(
        report, known, [&](const RowResult& row) { return breaks_gate(row, report.judgement); });
    std::string text;
    for (std::size_t i = 0; i < std::min(groups.size(), most); ++i) {
        text += "::error " + place_properties(groups[i].first()) +
                "title=" + github_property(groups[i].label()) +
                "::" + message_lines(what_broke(report, groups[i])) + "\n";
    }
    if (groups.size() > most) {
        std::size_t rows = 0;
        for (auto i = most; i < groups.size(); ++i) {
            rows += groups[i].rows.size();
        }
        text += "::error title=Winsock conformance::" + std::to_string(rows) + " more row" +
                (rows == 1 ? " breaks" : "s break") + " the gate\n";
    }
    return text;
}

}  // namespace conformance
