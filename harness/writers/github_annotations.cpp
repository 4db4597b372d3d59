#include "writers/github_annotations.hpp"

#include "judge/gate.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"

namespace conformance {

namespace {

/// Where the case is written, as properties.
std::string place_of(const RowResult& row) {
    return row.source ? "file=" + github_property(row.source->file) +
                            ",line=" + std::to_string(row.source->line) + ","
                      : "";
}

std::string what_broke(const RowResult& row) {
    const auto message = message_of(row);
    const std::string standing(row.standing ? to_string(*row.standing) : to_string(row.verdict));
    return message.empty() ? standing : standing + ": " + message;
}

}  // namespace

std::string github_annotations(const Report& report) {
    constexpr std::size_t most = 9;
    std::string text;
    std::size_t count = 0;
    for (const auto& row : report.rows) {
        if (breaks_gate(row, report.judgement) && ++count <= most) {
            text += "::error " + place_of(row) + "title=" + github_property(label_of(row)) +
                    "::" + github_message(what_broke(row)) + "\n";
        }
    }
    if (count > most) {
        text += "::error title=Winsock conformance::" + std::to_string(count - most) +
                " more rows break the gate\n";
    }
    return text;
}

}  // namespace conformance
