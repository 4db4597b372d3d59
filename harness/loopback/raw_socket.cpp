#include <algorithm>
#include <array>
#include <chrono>
#include <span>

#include "loopback/segment_source.hpp"
#include "loopback/system_socket.hpp"
#include "model/inconclusive.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

/// From mstcpip.h, where older SDKs and mingw-w64 do not have it.
constexpr DWORD rcvall_on = 1;
constexpr DWORD rcvall_iplevel = 3;

using Ipv4Bytes = std::array<std::uint8_t, 3>;

constexpr Ipv4Bytes usual_address{0, 0, 1};

/// On Linux all of 127.0.0.0/8 is loopback, and a raw socket sees the packets to the address to
/// which it is bound: with an address of its own it reads no packets of rows without a wire.
Ipv4Bytes own_address() {
    const auto process = GetCurrentProcessId();
    return {77, static_cast<std::uint8_t>(process >> 8), static_cast<std::uint8_t>(process)};
}

Address address_of(Family family, const Ipv4Bytes& bytes) {
    return family == Family::ipv6 ? Address::loopback(family)
                                  : Address::loopback_ipv4(bytes[0], bytes[1], bytes[2]);
}

class RawSocket final : public SegmentSource {
public:
    explicit RawSocket(Family family) : family_(family) {
        const auto refusal = family == Family::ipv4 ? why_not_received() : std::string();
        if (family == Family::ipv6 || !refusal.empty()) {
            bytes_ = own_address();
            open_for_tcp(refusal);
        }
        make_room();
        socket_.signal_when_readable(arrived_.get());
    }

    Ipv4Bytes ipv4_address() const override { return bytes_; }

    std::optional<TcpSegment> next() override {
        // Packets that are not TCP segments are skipped.
        for (;;) {
            const int size =
                winsock_.functions().recv(socket_.handle(), reinterpret_cast<char*>(buffer_.data()),
                                          static_cast<int>(buffer_.size()), 0);
            if (size <= 0) {
                return std::nullopt;
            }
            const auto packet = std::span(buffer_).first(static_cast<std::size_t>(size));
            auto segment =
                family_ == Family::ipv4 ? parse_ipv4(packet) : parse_tcp(packet, packet.size());
            if (segment) {
                return segment;
            }
        }
    }

    void wait(std::chrono::milliseconds timeout) override {
        WaitForSingleObject(arrived_.get(), static_cast<DWORD>(timeout.count()));
    }

private:
    /// As large as the system allows: over IPv6 the segments of all programs arrive.
    void make_room() const {
        const int bytes = 1 << 22;
        winsock_.functions().setsockopt(socket_.handle(), SOL_SOCKET, SO_RCVBUF,
                                        reinterpret_cast<const char*>(&bytes), sizeof bytes);
    }

    /// A raw TCP socket, as on Linux. When it is refused as well, the reason is that of the first
    /// refusal.
    void open_for_tcp(const std::string& first_refusal) {
        try {
            socket_ = SystemSocket(winsock_, address_family(family_), SOCK_RAW, IPPROTO_TCP);
            socket_.bind(address_of(family_, bytes_));
        } catch (const Inconclusive& reason) {
            throw Inconclusive(first_refusal.empty() ? reason.what() : first_refusal);
        }
    }

    /// Empty when SIO_RCVALL is taken, else how it was refused: Wine has no raw socket of all
    /// protocols, nor this control code.
    std::string why_not_received() {
        try {
            socket_ = SystemSocket(winsock_, AF_INET, SOCK_RAW, IPPROTO_IP);
            socket_.bind(address_of(family_, bytes_));
        } catch (const Inconclusive& reason) {
            return reason.what();
        }
        const bool taken =
            std::ranges::any_of(std::array{rcvall_iplevel, rcvall_on}, [&](DWORD mode) {
                DWORD ignored = 0;
                return winsock_.functions().WSAIoctl(socket_.handle(), SIO_RCVALL, &mode,
                                                     sizeof mode, nullptr, 0, &ignored, nullptr,
                                                     nullptr) == 0;
            });
        return taken ? ""
                     : "set-up: the system's SIO_RCVALL answered " +
                           describe_error(winsock_.functions().WSAGetLastError());
    }

    SystemWinsock winsock_;
    /// Signalled by packets, and reset by the wait for it. A tap that reads the segments of all
    /// programs would fall behind with select, which takes Wine a multiple of the time.
    std::unique_ptr<void, decltype(&CloseHandle)> arrived_{
        CreateEventW(nullptr, FALSE, FALSE, nullptr), CloseHandle};
    SystemSocket socket_;
    Family family_;
    Ipv4Bytes bytes_ = usual_address;
    std::array<std::uint8_t, 65536> buffer_{};
};

}  // namespace

std::unique_ptr<SegmentSource> open_raw_socket(Family family) {
    return std::make_unique<RawSocket>(family);
}

}  // namespace conformance
