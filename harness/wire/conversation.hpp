#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "wire/tcp_segment.hpp"

namespace conformance {

/// The two ends of a connection.
enum class End { client, server };

/// "client" or "server".
std::string to_string(End end);

/// The kind of a segment in its connection.
enum class SegmentKind {
    handshake,
    data,
    acknowledgement,
    /// A keep-alive probe: SEQ = SND.NXT-1, without data or with one byte that the other end has
    /// already acknowledged (RFC 9293, section 3.8.4; RFC 1122, section 4.2.3.6).
    probe,
    /// The acknowledgement that answers a probe.
    answer,
    retransmission,
    end,
    reset,
};

/// The name of the kind, such as "probe".
std::string to_string(SegmentKind kind);

struct Classified {
    End from;
    SegmentKind kind;

    bool operator==(const Classified&) const = default;
};

/// One connection, followed through its segments from the handshake on.
class Conversation {
public:
    Conversation(std::uint16_t client_port, std::uint16_t server_port) noexcept
        : ports_{client_port, server_port} {}

    /// Classifies the next segment of the connection. Nothing for a segment of another connection,
    /// and for a packet that was already seen.
    std::optional<Classified> add(const TcpSegment& segment);

private:
    /// The state of one direction.
    struct Sent {
        bool known = false;
        /// SND.NXT.
        std::uint32_t next = 0;
        /// The last number that the other end has acknowledged.
        std::uint32_t acknowledged = 0;
        bool probed = false;
        /// The last segments, oldest first.
        std::deque<TcpSegment> recent;
    };

    SegmentKind kind_of(const TcpSegment& segment, Sent& sent, Sent& received);

    std::array<std::uint16_t, 2> ports_;
    std::array<Sent, 2> ends_;
};

}  // namespace conformance
