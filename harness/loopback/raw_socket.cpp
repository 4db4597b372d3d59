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

/// On Linux all of 127.0.0.0/8 is loopback, and a raw socket sees the packets to the address to
/// which it is bound: with one address per process, no row reads the packets of others.
Address own_address(Family family) {
    if (family == Family::ipv6) {
        return Address::loopback(family);
    }
    const auto process = GetCurrentProcessId();
    return Address::loopback_ipv4(77, static_cast<std::uint8_t>(process >> 8),
                                  static_cast<std::uint8_t>(process));
}

class RawSocket final : public SegmentSource {
public:
    explicit RawSocket(Family family) : local_(Address::loopback(family)) {
        const auto refusal = family == Family::ipv4 ? why_not_received() : std::string();
        if (family == Family::ipv6 || !refusal.empty()) {
            local_ = own_address(family);
            open_for_tcp(refusal);
        }
        make_room();
        socket_.signal_when_readable(arrived_.get());
    }

    Address local() const override { return local_; }

    std::optional<TcpSegment> next(std::chrono::milliseconds timeout) override {
        using Time = std::chrono::steady_clock;
        const auto end = Time::now() + timeout;
        for (;;) {
            if (auto segment = next_received()) {
                return segment;
            }
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - Time::now());
            if (left.count() <= 0 ||
                WaitForSingleObject(arrived_.get(), static_cast<DWORD>(left.count())) !=
                    WAIT_OBJECT_0) {
                return std::nullopt;
            }
        }
    }

private:
    /// Packets that are not TCP segments are skipped: nothing means that no more packets have
    /// arrived.
    std::optional<TcpSegment> next_received() {
        for (;;) {
            const int size =
                winsock_.functions().recv(socket_.handle(), reinterpret_cast<char*>(buffer_.data()),
                                          static_cast<int>(buffer_.size()), 0);
            if (size <= 0) {
                return std::nullopt;
            }
            const auto packet = std::span(buffer_).first(static_cast<std::size_t>(size));
            auto segment = local_.family() == Family::ipv4 ? parse_ipv4(packet)
                                                           : parse_tcp(packet, packet.size());
            if (segment) {
                return segment;
            }
        }
    }

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
            socket_ =
                SystemSocket(winsock_, address_family(local_.family()), SOCK_RAW, IPPROTO_TCP);
            socket_.bind(local_);
        } catch (const Inconclusive& reason) {
            throw Inconclusive(first_refusal.empty() ? reason.what() : first_refusal);
        }
    }

    /// Empty when SIO_RCVALL is taken, else how it was refused: Wine has no raw socket of all
    /// protocols, nor this control code.
    std::string why_not_received() {
        try {
            socket_ = SystemSocket(winsock_, AF_INET, SOCK_RAW, IPPROTO_IP);
            socket_.bind(local_);
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
    Address local_;
    std::array<std::uint8_t, 65536> buffer_{};
};

}  // namespace

std::unique_ptr<SegmentSource> open_raw_socket(Family family) {
    return std::make_unique<RawSocket>(family);
}

}  // namespace conformance
