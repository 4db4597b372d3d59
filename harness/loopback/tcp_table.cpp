#include "loopback/tcp_table.hpp"

#include <string>
#include <vector>

#include <iphlpapi.h>

#include "loopback/growing_table.hpp"
#include "model/inconclusive.hpp"
#include "winsock/system_function.hpp"

namespace conformance {

namespace {

/// A port as the table has it: in network byte order, in the lower 16 bits.
std::uint16_t port_of(DWORD stored) {
    return static_cast<std::uint16_t>((stored & 0xFF) << 8 | (stored >> 8 & 0xFF));
}

DWORD state_of(const MIB_TCPROW& row) {
    return row.dwState;
}
DWORD state_of(const MIB_TCP6ROW& row) {
    return static_cast<DWORD>(row.State);
}

template <typename Table>
bool has_syn_sent(const std::vector<unsigned char>& bytes, std::uint16_t remote_port) {
    const auto& table = *reinterpret_cast<const Table*>(bytes.data());
    for (DWORD i = 0; i < table.dwNumEntries; ++i) {
        const auto& row = table.table[i];
        if (state_of(row) == MIB_TCP_STATE_SYN_SENT && port_of(row.dwRemotePort) == remote_port) {
            return true;
        }
    }
    return false;
}

template <typename Function>
Function of_iphlpapi(const char* name) {
    const auto function = system_function<Function>(L"iphlpapi.dll", name);
    if (function == nullptr) {
        throw Inconclusive(std::string("set-up: this system has no ") + name);
    }
    return function;
}

}  // namespace

bool has_unanswered_syn(Family family, std::uint16_t remote_port) {
    if (family == Family::ipv4) {
        const auto get = of_iphlpapi<decltype(&GetTcpTable)>("GetTcpTable");
        return has_syn_sent<MIB_TCPTABLE>(
            read_growing_table([&](unsigned char* table, ULONG* size) {
                return get(reinterpret_cast<MIB_TCPTABLE*>(table), size, FALSE);
            }),
            remote_port);
    }
    const auto get = of_iphlpapi<decltype(&GetTcp6Table)>("GetTcp6Table");
    return has_syn_sent<MIB_TCP6TABLE>(read_growing_table([&](unsigned char* table, ULONG* size) {
                                           return get(reinterpret_cast<MIB_TCP6TABLE*>(table), size,
                                                      FALSE);
                                       }),
                                       remote_port);
}

}  // namespace conformance
