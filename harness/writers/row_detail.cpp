#include "writers/row_detail.hpp"

#include <algorithm>

#include "judge/observation.hpp"
#include "model/call_text.hpp"
#include "wire/evidence_text.hpp"
#include "writers/escape.hpp"
#include "writers/rerun.hpp"

namespace conformance {

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

std::string place_of(const RowResult& row, std::uint32_t line) {
    return row.source ? row.source->file + ":" + std::to_string(line)
                      : "line " + std::to_string(line);
}

Colour colour_of(const RowGroup& group) {
    if (group.breaks_gate) {
        return Colour::red;
    }
    return group.first().verdict == Verdict::pass ? Colour::green : Colour::yellow;
}

std::string head_of(const RowGroup& group, const Layout& layout) {
    const auto what = group.what();
    // The colour's bytes take no columns, so it is put in when the lines are broken.
    auto lines = wrapped(layout, what + "  ", terminal_text(group.label()));
    return coloured(layout, colour_of(group), what) + lines.substr(what.size());
}

std::string recorded_lines(const RowGroup& group, const Layout& layout) {
    if (group.entry == nullptr) {
        return group.has_baseline ? "  recorded nothing\n" : "";
    }
    auto text = wrapped(layout, "  recorded ", terminal_text(recorded_text(*group.entry)));
    if (!group.entry->source.empty()) {
        text += wrapped(layout, "  source   ", terminal_text(group.entry->source));
    }
    if (!group.entry->bug.empty()) {
        text += wrapped(layout, "  bug      ", terminal_text(group.entry->bug));
    }
    return text;
}

std::string rerun_line(const Report& report, const RowGroup& group) {
    const auto command = rerun_command(report, group.rows);
    return command.empty() ? "" : "  rerun: " + terminal_text(command) + "\n";
}

const char* sign_of(const Check& check) {
    return !check.passed ? "x " : check.recorded ? "= " : "+ ";
}

std::string check_lines(const RowResult& row, const Check& check,
                        const std::vector<std::string>& calls, const Layout& layout) {
    const std::string sign = sign_of(check);
    auto head =
        wrapped(layout, "  " + sign,
                terminal_text(place_of(row, check.line)) + "  " + terminal_text(check.expression));
    if (!check.passed) {
        head = "  " + coloured(layout, Colour::red, sign) + head.substr(2 + sign.size());
    }
    head += wrapped(layout, check.recorded ? "      whatever " : "      expected ",
                    terminal_text(check.expected)) +
            wrapped(layout, "      got      ", terminal_text(check.actual));
    if (check.calls_before != 0 && check.calls_before <= calls.size()) {
        head += wrapped(layout, "      call     ", terminal_text(calls[check.calls_before - 1]));
    }
    return head;
}

std::string evidence(const RowResult& row, const Layout& layout, bool with_calls) {
    const auto calls = call_lines(row.calls);
    std::string text;
    std::size_t shown = 0;
    const auto show_calls_before = [&](std::size_t end) {
        for (; with_calls && shown < std::min(end, calls.size()); ++shown) {
            text += wrapped(layout, "    " + std::to_string(shown + 1) + "  ",
                            terminal_text(calls[shown]));
        }
    };
    for (const auto& check : row.checks) {
        show_calls_before(check.calls_before);
        text += check_lines(row, check, calls, layout);
    }
    show_calls_before(calls.size());
    if (with_calls) {
        const auto lines = evidence_lines(row);
        for (auto i = calls.size(); i < lines.size(); ++i) {
            text += wrapped(layout, "    ", terminal_text(lines[i]));
        }
    }
    return text;
}

}  // namespace

std::string place_of(const RowResult& row) {
    if (!row.source) {
        return {};
    }
    const auto* failed = row.failed_check();
    return place_of(row, failed == nullptr ? row.source->line : failed->line);
}

std::string group_text(const Report& report, const RowGroup& group, const Layout& layout) {
    const auto& row = group.first();
    auto text = head_of(group, layout);
    const auto place = place_of(row);
    text += wrapped(layout, "  ",
                    (place.empty() ? "" : terminal_text(place) + "  ") +
                        terminal_text(joined(row.requirements)));
    const auto failed = std::ranges::count(row.checks, false, &Check::passed);
    const auto came = observed(row);
    if (failed != 0) {
        const auto& first = *row.failed_check();
        text += wrapped(
            layout, "  ",
            terminal_text("expected " + first.expected + ", got " + first.actual) +
                (failed == 1 ? ""
                             : "; the first of " + std::to_string(failed) + " checks that failed"));
    } else if (!came.empty()) {
        text += wrapped(layout, "  ", terminal_text(came));
    }
    return text + recorded_lines(group, layout) + rerun_line(report, group);
}

std::string group_detail(const Report& report, const RowGroup& group, const Layout& layout,
                         bool calls) {
    const auto& row = group.first();
    auto text =
        head_of(group, layout) + wrapped(layout, "  ", terminal_text(joined(row.requirements)));
    if (group.rows.size() > 1) {
        text += wrapped(layout, "  shown: ", terminal_text(row.row));
    }
    if (!row.reason.empty()) {
        text += wrapped(layout, "  reason   ", terminal_text(row.reason));
    }
    for (const auto& attempt : row.attempts) {
        text += wrapped(layout, "  attempt  ", terminal_text(attempt.reason));
    }
    return text + evidence(row, layout, calls) + recorded_lines(group, layout) +
           rerun_line(report, group);
}

}  // namespace conformance
