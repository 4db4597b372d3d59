// The matrix as one HTML file: the page, and its data as JSON in script elements. Data that rows
// share is written once: a row refers to texts and to lists of calls by number.
#include <set>
#include <unordered_map>
#include <utility>

#include "embedded/page.hpp"
#include "base/json.hpp"
#include "model/standing.hpp"
#include "model/verdict.hpp"
#include "requirements/catalogue.hpp"
#include "tool/matrix_writer.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// Texts, each once, by number. 0 is the empty one.
class Texts {
public:
    std::size_t number_of(const std::string& text) {
        const auto [place, fresh] = numbers_.emplace(text, numbers_.size());
        if (fresh) {
            order_.push_back(&place->first);
        }
        return place->second;
    }
    const std::vector<const std::string*>& in_order() const noexcept { return order_; }

private:
    // Its nodes stay where they are.
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<const std::string*> order_;
};

std::string dumped(const Json& json) {
    return json_in_html(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

template <typename Values>
Json names_of(const Values& values) {
    Json names = Json::array();
    for (const auto value : values) {
        names.push_back(to_string(value));
    }
    return names;
}

class HtmlWriter final : public MatrixWriter {
public:
    explicit HtmlWriter(Sink sink) : sink_(std::move(sink)) {
        texts_.number_of("");
        calls_.number_of("");
        const auto page = embedded::page_matrix();
        constexpr std::string_view style = "/* style */";
        constexpr std::string_view data = "<!-- data -->";
        const auto at_style = page.find(style);
        const auto at_data = page.find(data);
        sink_(page.substr(0, at_style));
        sink_(embedded::page_style());
        sink_(page.substr(at_style + style.size(), at_data - at_style - style.size()));
        rest_ = page.substr(at_data + data.size());
    }

    void add(MatrixColumn&& column) override {
        Json rows = Json::array();
        for (const auto& row : column.rows) {
            Json numbers = {
                texts_.number_of(row.repetition == 1 ? row.row
                                                     : row.row + " (repetition " +
                                                           std::to_string(row.repetition) + ")"),
                static_cast<int>(row.verdict), row.standing ? static_cast<int>(*row.standing) : -1,
                number_of_calls(row.calls), texts_.number_of(all_of(row.requirements))};
            // Empty for a row that passes and has no baseline entry.
            if (row.verdict != Verdict::pass || !row.recorded.empty()) {
                for (const auto* text : {&row.expected, &row.observed, &row.recorded, &row.reason,
                                         &row.source, &row.bug}) {
                    numbers.push_back(texts_.number_of(*text));
                }
            }
            rows.push_back(std::move(numbers));
        }
        Json facts = Json::array();
        for (const auto& [name, value] : column.facts) {
            facts.push_back({name, value});
        }
        std::set<std::string> ids;
        for (const auto& row : column.rows) {
            ids.insert(row.requirements.begin(), row.requirements.end());
        }
        const std::vector<std::string> requirements(ids.begin(), ids.end());
        const auto cells = cells_of(column, requirements);
        Json cells_json = Json::object();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& of_rows = cells[i]->of_rows;
            const auto count = [&](Verdict verdict) {
                const auto found = of_rows.counts.find(verdict);
                return found == of_rows.counts.end() ? 0 : found->second;
            };
            cells_json[requirements[i]] = {
                static_cast<int>(of_rows.verdict),
                cells[i]->standing ? static_cast<int>(*cells[i]->standing) : -1,
                count(Verdict::pass) + count(Verdict::recorded),
                of_rows.rows - count(Verdict::not_applicable),
                texts_.number_of(recorded_summary(*cells[i])),
                cells[i]->breaks};
        }
        script("platform", {{"name", column.platform},
                            {"cells", std::move(cells_json)},
                            {"file", column.file},
                            {"run", column.run},
                            {"version", column.version},
                            {"architecture", column.architecture},
                            {"provider", column.provider},
                            {"gate", !column.judged      ? ""
                                     : column.gate_holds ? "holds"
                                                         : "broken"},
                            {"facts", std::move(facts)},
                            {"rows", std::move(rows)}});
    }

    void end(const AcrossReports& across) override {
        Json requirements = Json::array();
        const auto& catalogue = requirement_catalogue();
        for (const auto& requirement : catalogue.requirements()) {
            if (present_.erase(requirement.id) != 0) {
                const auto* document = catalogue.find_document(requirement.document);
                Json readings = Json::array();
                for (const auto& reading : requirement.readings) {
                    readings.push_back({{"conflict", reading.conflict}, {"taken", reading.taken}});
                }
                requirements.push_back({{"id", requirement.id},
                                        {"readings", std::move(readings)},
                                        {"document", requirement.document},
                                        {"title", document->title},
                                        {"address", document->address},
                                        {"section", requirement.section},
                                        {"statement", statement_of(requirement, across)},
                                        {"basis", to_string(requirement.basis)}});
            }
        }
        // Those of a report of another version of the suite.
        for (const auto& id : present_) {
            requirements.push_back({{"id", id},
                                    {"document", id.substr(0, id.find('.'))},
                                    {"title", ""},
                                    {"address", ""},
                                    {"section", ""},
                                    {"statement", ""},
                                    {"basis", ""}});
        }
        script("names", {{"verdicts", names_of(all_verdicts)},
                         {"worstFirst", names_of(verdicts_worst_first)},
                         {"standings", names_of(all_standings)}});
        script("requirements", requirements);
        script("texts", all(texts_));
        script("calls", all(calls_));
        // One block: nothing of it is global.
        sink_("<script>\n\"use strict\";\n{\n");
        for (const auto part :
             {embedded::page_data(), embedded::page_table(), embedded::page_detail(),
              embedded::page_state(), embedded::page_main()}) {
            sink_(part);
        }
        sink_("}\n</script>");
        sink_(rest_);
    }

private:
    static std::string statement_of(const Requirement& requirement, const AcrossReports& across) {
        return requirement.id == AcrossReports::requirement
                   ? requirement.statement + " Across these reports: " + across.decision() + "."
                   : requirement.statement;
    }

    void script(const char* what, const Json& json) {
        sink_("<script type=\"application/json\" class=\"");
        sink_(what);
        sink_("\">");
        sink_(dumped(json));
        sink_("</script>\n");
    }

    /// The requirements of a row as one text, and noted.
    std::string all_of(const std::vector<std::string>& requirements) {
        std::string text;
        for (const auto& id : requirements) {
            present_.insert(id);
            text += (text.empty() ? "" : " ") + id;
        }
        return text;
    }

    std::size_t number_of_calls(const std::vector<std::string>& lines) {
        std::string text;
        for (const auto& line : lines) {
            text += (text.empty() ? "" : "\n") + line;
        }
        return calls_.number_of(text);
    }

    static Json all(const Texts& texts) {
        Json json = Json::array();
        for (const auto* text : texts.in_order()) {
            json.push_back(*text);
        }
        return json;
    }

    Sink sink_;
    std::string_view rest_;
    Texts texts_;
    Texts calls_;
    std::set<std::string> present_;
};

}  // namespace

std::unique_ptr<MatrixWriter> html_matrix_writer(Sink sink) {
    return std::make_unique<HtmlWriter>(std::move(sink));
}

}  // namespace conformance
