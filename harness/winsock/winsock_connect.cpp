// The ways to connect a socket, and overlapped operations.
#include "winsock/recorded_call.hpp"

namespace conformance {

using namespace recorded;

CallResult Winsock::connect(SOCKET s, const Address& address) {
    return record("connect", functions_.connect, {handle(s)}, {{"name", bytes_of(address)}},
                  SOCKET_ERROR,
                  [&](auto function) { return function(s, address.data(), address.size()); });
}

CallResult Winsock::wsa_connect(SOCKET s, const Address& address) {
    return record("WSAConnect", functions_.WSAConnect, {handle(s)}, {{"name", bytes_of(address)}},
                  SOCKET_ERROR, [&](auto function) {
                      return function(s, address.data(), address.size(), nullptr, nullptr, nullptr,
                                      nullptr);
                  });
}

CallResult Winsock::wsa_connect_by_list(SOCKET s, Address address,
                                        std::chrono::milliseconds timeout) {
    SOCKET_ADDRESS_LIST list{};
    list.iAddressCount = 1;
    list.Address[0] = {address.data(), address.size()};
    auto time = timeval_of(timeout);
    return record("WSAConnectByList", functions_.WSAConnectByList,
                  {handle(s), number("timeout_ms", timeout.count())}, {{"list", bytes_of(address)}},
                  FALSE, [&](auto function) {
                      return function(s, &list, nullptr, nullptr, nullptr, nullptr, &time, nullptr);
                  });
}

CallResult Winsock::wsa_connect_by_name(SOCKET s, std::string node, std::string service,
                                        std::chrono::milliseconds timeout) {
    auto time = timeval_of(timeout);
    return record("WSAConnectByNameA", functions_.WSAConnectByNameA,
                  {handle(s), number("timeout_ms", timeout.count())},
                  {{"nodename", bytes_of(node)}, {"servicename", bytes_of(service)}}, FALSE,
                  [&](auto function) {
                      return function(s, node.data(), service.data(), nullptr, nullptr, nullptr,
                                      nullptr, &time, nullptr);
                  });
}

template <typename Function>
Function Winsock::extension(SOCKET s, GUID id, const char* name) {
    Function function_found = nullptr;
    DWORD returned = 0;
    const auto found = record(
        "WSAIoctl", functions_.WSAIoctl,
        {handle(s),
         number("dwIoControlCode", SIO_GET_EXTENSION_FUNCTION_POINTER, ArgumentKind::ioctl)},
        {{"lpvInBuffer", {reinterpret_cast<const unsigned char*>(&id), sizeof id}}}, SOCKET_ERROR,
        [&](auto function) {
            return function(s, SIO_GET_EXTENSION_FUNCTION_POINTER, &id, sizeof id, &function_found,
                            sizeof function_found, &returned, nullptr, nullptr);
        });
    if (found.failed || function_found == nullptr) {
        throw Inconclusive(std::string("the provider has no ") + name + ": WSAIoctl answered " +
                           describe(found));
    }
    return function_found;
}

CallResult Winsock::connect_ex(SOCKET s, const Address& address, OVERLAPPED& overlapped) {
    const auto found = extension<LPFN_CONNECTEX>(s, WSAID_CONNECTEX, "ConnectEx");
    return record("ConnectEx", found, {handle(s), pointer("lpOverlapped", &overlapped)},
                  {{"name", bytes_of(address)}}, FALSE, [&](auto function) {
                      return function(s, address.data(), address.size(), nullptr, 0, nullptr,
                                      &overlapped);
                  });
}

CallResult Winsock::accept_ex(SOCKET listener, SOCKET s, std::span<unsigned char> addresses,
                              OVERLAPPED& overlapped) {
    const auto found = extension<LPFN_ACCEPTEX>(listener, WSAID_ACCEPTEX, "AcceptEx");
    const auto each = static_cast<DWORD>(addresses.size() / 2);
    return record("AcceptEx", found,
                  {{"sListenSocket", static_cast<std::uint64_t>(listener), ArgumentKind::handle},
                   {"sAcceptSocket", static_cast<std::uint64_t>(s), ArgumentKind::handle},
                   pointer("lpOverlapped", &overlapped)},
                  {}, FALSE, [&](auto function) {
                      DWORD received = 0;
                      return function(listener, s, addresses.data(), 0, each, each, &received,
                                      &overlapped);
                  });
}

OverlappedResult Winsock::overlapped_result(SOCKET s, OVERLAPPED& overlapped, bool wait) {
    DWORD transferred = 0;
    DWORD flags = 0;
    OverlappedResult result;
    result.call =
        record("WSAGetOverlappedResult", functions_.WSAGetOverlappedResult,
               {handle(s), pointer("lpOverlapped", &overlapped), number("fWait", wait ? 1 : 0)},
               {{"lpcbTransfer", bytes_of(transferred)},
                {"lpdwFlags", bytes_of(flags)},
                {"lpOverlapped", bytes_of(overlapped)}},
               FALSE, [&](auto function) {
                   return function(s, &overlapped, &transferred, wait ? TRUE : FALSE, &flags);
               });
    result.bytes = transferred;
    result.flags = flags;
    return result;
}

}  // namespace conformance
