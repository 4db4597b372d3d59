// The matrix as Markdown, CSV and JSON.
#include "tool/matrix_writer.hpp"

#include "model/input_error.hpp"
#include "model/json.hpp"
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
class GridWriter : public MatrixWriter {
public:
    explicit GridWriter(Sink sink) : sink_(std::move(sink)) {
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
        after_head(platforms_.size());
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

protected:
    virtual void line(const std::string& head, const std::vector<std::string>& texts) = 0;
    virtual void after_head(std::size_t /*columns*/) {}
    void write(std::string_view text) { sink_(text); }

private:
    Sink sink_;
    std::vector<std::string> requirements_;
    std::vector<std::string> platforms_;
    std::vector<std::vector<std::optional<MatrixCell>>> columns_;
};

class CsvWriter final : public GridWriter {
public:
    using GridWriter::GridWriter;

private:
    void line(const std::string& head, const std::vector<std::string>& texts) override {
        auto text = csv_field(head);
        for (const auto& field : texts) {
            text += "," + csv_field(field);
        }
        write(text + "\r\n");
    }
};

class MarkdownWriter final : public GridWriter {
public:
    using GridWriter::GridWriter;

private:
    void line(const std::string& head, const std::vector<std::string>& texts) override {
        auto text = "| " + markdown_code(head) + " |";
        for (const auto& cell : texts) {
            text += " " + markdown_code(cell) + " |";
        }
        write(text + "\n");
    }
    void after_head(std::size_t columns) override {
        std::string text = "|";
        for (std::size_t i = 0; i <= columns; ++i) {
            text += "---|";
        }
        write(text + "\n");
    }
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
        Json json{{"platform", column.platform}, {"file", column.file}};
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

std::unique_ptr<MatrixWriter> matrix_writer(const std::string& name, Sink sink) {
    if (name.ends_with(".html")) {
        return html_matrix_writer(std::move(sink));
    }
    if (name.ends_with(".md")) {
        return std::make_unique<MarkdownWriter>(std::move(sink));
    }
    if (name.ends_with(".csv")) {
        return std::make_unique<CsvWriter>(std::move(sink));
    }
    if (name.ends_with(".json")) {
        return std::make_unique<JsonWriter>(std::move(sink));
    }
    throw InputError("--output " + name +
                     ": expected a name that ends in .html, .md, .csv or .json");
}

}  // namespace conformance
