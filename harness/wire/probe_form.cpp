#include "wire/probe_form.hpp"

#include <array>
#include <span>
#include <utility>

#include "base/text.hpp"

namespace conformance {

namespace {

constexpr std::size_t flags_at = 13;

/// "SEQ 2 more than SND.NXT-1"
std::string difference(const char* what, std::uint32_t actual, std::uint32_t expected,
                       const char* of) {
    const auto more = static_cast<std::int32_t>(actual - expected);
    return std::string(what) + " " +
           std::to_string(more < 0 ? -static_cast<std::int64_t>(more) : more) +
           (more < 0 ? " less than " : " more than ") + of;
}

}  // namespace

std::string deviations(const TcpSegment& probe, const ProbeForm& form) {
    std::string text;
    const auto add = [&](const std::string& one) { text += (text.empty() ? "" : "; ") + one; };
    if (!probe.has_acknowledgement) {
        add("without ACK");
    }
    static constexpr std::array<std::pair<int, const char*>, 5> not_set{{{0x01, "with FIN"},
                                                                         {0x02, "with SYN"},
                                                                         {0x04, "with RST"},
                                                                         {0x08, "with PSH"},
                                                                         {0x20, "with URG"}}};
    for (const auto& [bit, name] : not_set) {
        if (probe.bytes.size() > flags_at && (probe.bytes[flags_at] & bit) != 0) {
            add(name);
        }
    }
    if (probe.sequence != form.sequence) {
        add(difference("SEQ", probe.sequence, form.sequence, "SND.NXT-1"));
    }
    if (probe.has_acknowledgement && probe.acknowledgement != form.acknowledgement) {
        add(difference("ACK", probe.acknowledgement, form.acknowledgement, "RCV.NXT"));
    }
    if (probe.payload > 1) {
        add(std::to_string(probe.payload) + " bytes");
    }
    return text;
}

std::string data_text(const TcpSegment& probe) {
    if (probe.payload == 0) {
        return "no byte";
    }
    return "the byte " + hexadecimal(std::span<const unsigned char>(probe.bytes).last(1));
}

}  // namespace conformance
