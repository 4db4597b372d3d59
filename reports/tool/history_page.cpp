// The history as a page of HTML: tables alone, so that it reads without a script.
#include <algorithm>

#include "embedded/page.hpp"
#include "tool/history_forms.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// The colour that the matrix has for the verdict.
const char* kind_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass: return "pass";
        case Verdict::fail:
        case Verdict::timeout:
        case Verdict::crash: return "fail";
        case Verdict::not_applicable: return "none";
        default: return "unsure";
    }
}

const char* sign_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::pass: return "\xE2\x9C\x93 ";
        case Verdict::fail: return "\xE2\x9C\x97 ";
        case Verdict::crash: return "\xE2\x98\xA0 ";
        case Verdict::timeout: return "\xE2\x88\x9E ";
        case Verdict::recorded: return "\xE2\x89\xA1 ";
        default: return "? ";
    }
}

std::string cell(const char* kind, std::size_t columns, const std::string& title,
                 const std::string& text) {
    return "<td data-kind=\"" + std::string(kind) + "\" colspan=\"" + std::to_string(columns) +
           "\" title=\"" + xml_text(title) + "\">" + xml_text(text) + "</td>";
}

/// The systems across, each as wide as it has reports.
std::string head_of(const HistoryLine& line) {
    std::string html = "<tr><th scope=\"col\">What changed</th>";
    for (std::size_t i = 0; i < line.points.size();) {
        auto end = i;
        while (end < line.points.size() && line.points[end].system == line.points[i].system) {
            ++end;
        }
        html += "<th scope=\"colgroup\" colspan=\"" + std::to_string(end - i) + "\">" +
                xml_text(line.points[i].system) + "<small>" +
                xml_text(line.points[i].started.substr(0, 10)) + ", " + std::to_string(end - i) +
                (end - i == 1 ? " report" : " reports") + "</small></th>";
        i = end;
    }
    return html + "</tr>\n";
}

std::string row_of(const FoldedHistory& folded, const HistoryLine& line) {
    const auto& history = *folded.history;
    std::string patterns;
    for (const auto& pattern : folded.patterns) {
        patterns += (patterns.empty() ? "" : "<br>") + xml_text(pattern);
    }
    std::string html = "<tr><th scope=\"row\">" + patterns + "<small>" +
                       xml_text(describe(history, line)) + "</small></th>";
    std::size_t next = 0;
    for (const auto& part : history.parts) {
        if (part.first > next) {
            html += cell("absent", part.first - next, "not observed", "");
        }
        const auto text = describe(part.observation);
        html += cell(kind_of(part.observation.verdict), part.last + 1 - part.first,
                     text + "; " + line.points[part.first].describe() + " to " +
                         line.points[part.last].describe(),
                     sign_of(part.observation.verdict) + text);
        next = part.last + 1;
    }
    if (next < line.points.size()) {
        html += cell("absent", line.points.size() - next, "not observed", "");
    }
    return html + "</tr>\n";
}

std::string table_of(const HistoryLine& line) {
    std::string rows;
    for (const auto& [id, history] : line.requirements) {
        if (!history.is_unchanged()) {
            rows += row_of({{id}, 1, &history}, line);
        }
    }
    for (const auto& folded : folded_changes(line)) {
        rows += row_of(folded, line);
    }
    std::string html =
        "<section><h2>" + xml_text(line.name) + "</h2>\n<p>" + std::to_string(line.points.size()) +
        (line.points.size() == 1 ? " report; " : " reports; ") + xml_text(summary_of(line));
    if (!line.worse.empty()) {
        html += "; <strong>" + std::to_string(line.worse.size()) +
                " worse in the newest report than in the one before it</strong>";
    }
    html += ".</p>\n";
    return rows.empty()
               ? html + "</section>\n"
               : html + "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                     xml_text(line.name) + "\"><table class=\"history\">\n<thead>" + head_of(line) +
                     "</thead>\n<tbody>\n" + rows + "</tbody></table></div></section>\n";
}

}  // namespace

std::string history_page(const std::vector<HistoryLine>& lines) {
    const auto page = embedded::page_history();
    constexpr std::string_view style = "/* style */";
    constexpr std::string_view data = "<!-- data -->";
    const auto at_style = page.find(style);
    const auto at_data = page.find(data);
    std::string html(page.substr(0, at_style));
    html += embedded::page_style();
    html += page.substr(at_style + style.size(), at_data - at_style - style.size());
    for (const auto& line : lines) {
        html += table_of(line);
    }
    html += page.substr(at_data + data.size());
    return html;
}

}  // namespace conformance
