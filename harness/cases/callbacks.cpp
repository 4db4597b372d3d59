#include "cases/callbacks.hpp"

namespace conformance {

namespace {

int CALLBACK condition_function(LPWSABUF, LPWSABUF, LPQOS, LPQOS, LPWSABUF, LPWSABUF, GROUP*,
                                DWORD_PTR context) {
    reinterpret_cast<CallInCallback*>(context)->carry_out();
    return CF_ACCEPT;
}

}  // namespace

CallResult answer_inside_condition_function(const Test& test, Family family,
                                            const std::function<CallResult()>& call) {
    auto& winsock = test.winsock();
    const auto listener = test.listener(family);
    const auto client = test.stream_socket(family);
    require_success(winsock.connect(client.handle(), listener.address()));
    CallInCallback inside{call, {}};
    const auto accepted = winsock.wsa_accept(listener.socket().handle(), condition_function,
                                             reinterpret_cast<DWORD_PTR>(&inside));
    require_success(accepted);
    const Socket server(winsock, static_cast<SOCKET>(accepted.value));
    if (!inside.answer) {
        throw Inconclusive("set-up: WSAAccept does not call its condition function");
    }
    return *inside.answer;
}

}  // namespace conformance
