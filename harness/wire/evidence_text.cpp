#include "wire/evidence_text.hpp"

#include <map>
#include <utility>

#include "model/call_text.hpp"
#include "wire/timing.hpp"

namespace conformance {

std::vector<std::string> evidence_lines(const RowResult& row) {
    auto lines = call_lines(row.calls);
    if (!row.wire) {
        return lines;
    }
    std::map<std::uint32_t, std::vector<std::string>> of_connections;
    std::map<std::uint32_t, const Segment*> before;
    for (const auto& segment : row.wire->segments) {
        auto line =
            "wire " + std::to_string(segment.connection) + ": " + segment.from + " " + segment.kind;
        if (segment.payload != 0) {
            line += ", " + std::to_string(segment.payload) + " bytes";
        }
        const auto* last = std::exchange(before[segment.connection], &segment);
        if (last != nullptr &&
            rounded_to_half_second(elapsed(*last, segment)) != rounded_to_half_second({})) {
            line += " after " + rounded_to_half_second(elapsed(*last, segment));
        }
        of_connections[segment.connection].push_back(std::move(line));
    }
    for (const auto& [connection, known] : of_connections) {
        lines.insert(lines.end(), known.begin(), known.end());
    }
    return lines;
}

}  // namespace conformance
