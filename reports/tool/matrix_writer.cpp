// The matrix as Markdown, CSV and JSON.
#include "tool/matrix_writer.hpp"

#include <utility>

#include "base/input_error.hpp"
#include "base/json.hpp"
#include "requirements/catalogue.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

std::string said(const MatrixCell& cell) {
    const auto recorded = recorded_summary(cell);
    return describe(cell.of_rows) + (recorded.empty() ? "" : ": " + recorded) +
           (cell.standing ? " (" + std::string(to_string(*cell.standing)) + ")" : "");
}

/// Keeps the cells until the end: some bytes for each requirement and column.
class MarkdownWriter final : public MatrixWriter {
public:
    explicit MarkdownWriter(Sink sink) : sink_(std::move(sink)) {
        for (const auto& requirement : requirement_catalogue().requirements()) {
            requirements_.push_back(requirement.id);
        }
    }

    void add(MatrixColumn&& column) override {
        platforms_.push_back(column.platform + " (" + column.file + ")");
        columns_.push_back(cells_of(column, requirements_));
    }

    void end(const AcrossReports& across) override {
        line("requirement", platforms_);
        std::string rule = "|";
        for (std::size_t i = 0; i <= platforms_.size(); ++i) {
            rule += "---|";
        }
        sink_(rule + "\n");
        for (std::size_t i = 0; i < requirements_.size(); ++i) {
            std::vector<std::string> texts;
            bool any = false;
            for (const auto& cells : columns_) {
                texts.push_back(cells[i] ? said(*cells[i]) : "");
                any = any || cells[i];
            }
            if (any) {
                line(requirements_[i], texts);
            }
            if (any && requirements_[i] == AcrossReports::requirement) {
                texts.assign(texts.size(), "");
                texts.front() = across.decision();
                line(requirements_[i] + ", across these reports", texts);
            }
        }
    }

private:
    void line(const std::string& head, const std::vector<std::string>& texts) {
        auto text = "| " + markdown_code(head) + " |";
        for (const auto& cell : texts) {
            text += " " + markdown_code(cell) + " |";
        }
        sink_(text + "\n");
    }

    Sink sink_;
    std::vector<std::string> requirements_;
    std::vector<std::string> platforms_;
    std::vector<std::vector<std::optional<MatrixCell>>> columns_;
};

/// In long form: a line for each requirement, or row, and platform.
class CsvWriter final : public MatrixWriter {
public:
    CsvWriter(Sink sink, bool of_rows) : sink_(std::move(sink)), of_rows_(of_rows) {
        for (const auto& requirement : requirement_catalogue().requirements()) {
            requirements_.push_back(requirement.id);
        }
        std::vector<std::string> head{"requirement"};
        if (of_rows_) {
            head.emplace_back("row");
            head.emplace_back("repetition");
        }
        for (const auto* name : {"platform", "version", "build", "ubr", "architecture", "file",
                                 "run", "verdict", "standing"}) {
            head.emplace_back(name);
        }
        if (of_rows_) {
            head.emplace_back("expected");
            head.emplace_back("observed");
        } else {
            head.emplace_back("rows");
            for (const auto verdict : all_verdicts) {
                head.emplace_back(to_string(verdict));
            }
        }
        line(head);
    }

    void add(MatrixColumn&& column) override {
        if (of_rows_) {
            for (const auto& row : column.rows) {
                for (const auto& id : row.requirements) {
                    auto fields =
                        fields_of(column, id, row.row, row.repetition, row.verdict, row.standing);
                    fields.push_back(row.expected);
                    fields.push_back(row.observed);
                    line(fields);
                }
            }
            return;
        }
        const auto cells = cells_of(column, requirements_);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i]) {
                const auto& of_rows = cells[i]->of_rows;
                auto fields =
                    fields_of(column, requirements_[i], "", 1, of_rows.verdict, cells[i]->standing);
                fields.push_back(std::to_string(of_rows.rows));
                for (const auto verdict : all_verdicts) {
                    const auto found = of_rows.counts.find(verdict);
                    fields.push_back(
                        std::to_string(found == of_rows.counts.end() ? 0 : found->second));
                }
                line(fields);
            }
        }
    }

    void end(const AcrossReports& /*across*/) override {}

private:
    std::vector<std::string> fields_of(const MatrixColumn& column, const std::string& requirement,
                                       const std::string& row, std::uint32_t repetition,
                                       Verdict verdict,
                                       const std::optional<Standing>& standing) const {
        std::vector<std::string> fields{requirement};
        if (of_rows_) {
            fields.push_back(row);
            fields.push_back(std::to_string(repetition));
        }
        fields.insert(fields.end(), {column.platform, column.version, column.build, column.ubr,
                                     column.architecture, column.file, column.run,
                                     std::string(to_string(verdict)),
                                     std::string(standing ? to_string(*standing) : "")});
        return fields;
    }

    void line(const std::vector<std::string>& fields) {
        std::string text;
        for (const auto& field : fields) {
            text += (text.empty() ? "" : ",") + csv_field(field);
        }
        sink_(text + "\r\n");
    }

    Sink sink_;
    bool of_rows_;
    std::vector<std::string> requirements_;
};

class JsonWriter final : public MatrixWriter {
public:
    explicit JsonWriter(Sink sink) : sink_(std::move(sink)) {
        for (const auto& requirement : requirement_catalogue().requirements()) {
            requirements_.push_back(requirement.id);
        }
        sink_("{\"platforms\": [");
    }

    void add(MatrixColumn&& column) override {
        Json json{{"platform", column.platform}, {"file", column.file}, {"run", column.run}};
        json["gate"] = !column.judged ? Json(nullptr) : column.gate_holds ? "holds" : "broken";
        json["requirements"] = Json::object();
        const auto cells = cells_of(column, requirements_);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i]) {
                json["requirements"][requirements_[i]] =
                    as_json(cells[i]->of_rows.verdict, cells[i]->standing);
            }
        }
        json["rows"] = Json::array();
        for (auto& row : column.rows) {
            auto object = as_json(row.verdict, row.standing);
            object["row"] = std::move(row.row);
            object["repetition"] = row.repetition;
            object["requirements"] = std::move(row.requirements);
            if (row.verdict != Verdict::pass) {
                object["expected"] = std::move(row.expected);
                object["observed"] = std::move(row.observed);
            }
            object["calls"] = std::move(row.calls);
            json["rows"].push_back(std::move(object));
        }
        sink_(first_ ? "\n" : ",\n");
        first_ = false;
        sink_(json.dump(1, ' ', false, Json::error_handler_t::replace));
    }

    void end(const AcrossReports& across) override {
        sink_("\n],\n\"across\": ");
        sink_(Json{{AcrossReports::requirement, across.decision()}}.dump());
        sink_("}\n");
    }

private:
    static Json as_json(Verdict verdict, const std::optional<Standing>& standing) {
        return {{"verdict", to_string(verdict)},
                {"standing", standing ? Json(to_string(*standing)) : Json(nullptr)}};
    }

    Sink sink_;
    std::vector<std::string> requirements_;
    bool first_ = true;
};

}  // namespace

std::unique_ptr<MatrixWriter> matrix_writer(const std::string& name, bool rows, Sink sink) {
    if (rows && !name.ends_with(".csv")) {
        throw InputError("--rows: expected an --output that ends in .csv");
    }
    if (name.ends_with(".html")) {
        return html_matrix_writer(std::move(sink));
    }
    if (name.ends_with(".md")) {
        return std::make_unique<MarkdownWriter>(std::move(sink));
    }
    if (name.ends_with(".csv")) {
        return std::make_unique<CsvWriter>(std::move(sink), rows);
    }
    if (name.ends_with(".json")) {
        return std::make_unique<JsonWriter>(std::move(sink));
    }
    throw InputError("--output " + name +
                     ": expected a name that ends in .html, .md, .csv or .json");
}

}  // namespace conformance
