#include "writers/github_annotations.hpp"

#include "judge/gate.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"

namespace conformance {

std::string github_annotations(const Report& report) {
    constexpr std::size_t most = 9;
    std::string text;
    std::size_t count = 0;
    for (const auto& row : report.rows) {
        if (breaks_gate(row, report.judgement) && ++count <= most) {
            text += "::error title=" + github_property(label_of(row)) +
                    "::" + github_message(message_of(row)) + "\n";
        }
    }
    if (count > most) {
        text += "::error title=Winsock conformance::" + std::to_string(count - most) +
                " more rows break the gate\n";
    }
    return text;
}

}  // namespace conformance
