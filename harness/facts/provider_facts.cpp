#include "facts/provider_facts.hpp"

#include "facts/file_version.hpp"
#include "facts/sha256.hpp"
#include "loopback/silent_peer.hpp"
#include "loopback/sockets.hpp"
#include "loopback/wire_tap.hpp"
#include "model/inconclusive.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

std::vector<CatalogueEntry> read_catalogue(const FunctionTable& functions) {
    std::vector<CatalogueEntry> entries;
    if (functions.WSAEnumProtocolsW == nullptr) {
        return entries;
    }
    DWORD size = 0;
    functions.WSAEnumProtocolsW(nullptr, nullptr, &size);
    std::vector<WSAPROTOCOL_INFOW> protocols(size / sizeof(WSAPROTOCOL_INFOW) + 1);
    size = static_cast<DWORD>(protocols.size() * sizeof(WSAPROTOCOL_INFOW));
    const int count = functions.WSAEnumProtocolsW(nullptr, protocols.data(), &size);
    for (int i = 0; i < count; ++i) {
        const auto& protocol = protocols[static_cast<std::size_t>(i)];
        const std::wstring_view name(protocol.szProtocol);
        entries.push_back({utf8_from_utf16(std::u16string(name.begin(), name.end())),
                           protocol.iAddressFamily, protocol.iSocketType, protocol.iProtocol,
                           static_cast<std::uint32_t>(protocol.dwServiceFlags1),
                           protocol.ProtocolChain.ChainLen});
    }
    return entries;
}

/// Empty when `attempt` sets its situation up, else the reason why not.
template <typename Attempt>
std::string why_not(Attempt attempt) {
    try {
        attempt();
        return {};
    } catch (const Inconclusive& reason) {
        return reason.what();
    }
}

std::string why_no_loopback(Winsock& winsock, Family family) {
    return why_not([&] { bind_to_loopback(make_stream_socket(winsock, family), family); });
}

std::string why_no_socket(Winsock& winsock, int family, int protocol) {
    return why_not([&] {
        const auto made = winsock.socket(family, SOCK_STREAM, protocol);
        require_success(made);
        const Socket closes_itself(winsock, static_cast<SOCKET>(made.value));
    });
}

}  // namespace

Provider provider_file_facts(const std::filesystem::path& path) {
    return {utf8_from_path(path), file_version(path), sha256_of_file(path).value_or("")};
}

std::vector<Capability> ask_provider(Winsock& winsock, const FunctionTable& functions,
                                     WireMemory* wire, Environment& environment) {
    const auto capability = [](const char* name, const std::string& why_missing) {
        return Capability{name, why_missing.empty(), why_missing};
    };
    const auto asked = [wire](auto attempt) {
        return wire != nullptr ? why_not(attempt)
                               : std::string(not_tried) + "no row of this run needs it";
    };
    std::vector<Capability> capabilities{
        capability("administrator",
                   environment.elevated ? "" : "the process has no administrator rights"),
        capability("ipv4", why_no_loopback(winsock, Family::ipv4)),
        capability("ipv6", why_no_loopback(winsock, Family::ipv6)),
        capability("raw-sockets",
                   why_not([&] { make_socket(winsock, Family::ipv4, SOCK_RAW, IPPROTO_ICMP); })),
        capability("packet-observation-ipv4",
                   asked([&] { require_visible_segments(Family::ipv4, *wire); })),
        capability("packet-observation-ipv6",
                   asked([&] { require_visible_segments(Family::ipv6, *wire); })),
        capability("silent-peer", asked([] {
                       SilentPeer peer(Address::loopback(Family::ipv4));
                       peer.fall_silent();
                   })),
        capability("unix-domain", why_no_socket(winsock, AF_UNIX, 0)),
        // BTHPROTO_RFCOMM of ws2bth.h.
        capability("bluetooth", why_no_socket(winsock, AF_BTH, 3)),
        capability("wspioctl", why_not([&] { find_base_provider(functions, Family::ipv4); })),
    };
    environment.catalogue = read_catalogue(functions);
    environment.ipv4_loopback = capabilities[1].available;
    environment.ipv6_loopback = capabilities[2].available;
    return capabilities;
}

std::vector<std::string> capability_names() {
    return {"administrator",
            "ipv4",
            "ipv6",
            "raw-sockets",
            "packet-observation-ipv4",
            "packet-observation-ipv6",
            "silent-peer",
            "unix-domain",
            "bluetooth",
            "wspioctl",
            "wsk-driver"};
}

}  // namespace conformance
