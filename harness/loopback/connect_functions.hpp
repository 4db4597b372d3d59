#pragma once

#include <string>

#include "loopback/sockets.hpp"
#include "model/nt_version.hpp"

namespace conformance {

/// The functions that connect a TCP socket, and whether they are waited for or polled.
enum class ConnectBy {
    connect,
    connect_asynchronous,
    wsa_connect,
    wsa_connect_asynchronous,
    connect_ex,
    wsa_connect_by_list,
    wsa_connect_by_name,
};

std::string to_text(ConnectBy function);

/// The first NT version that has the function: ConnectEx 5.1; WSAConnectByList and WSAConnectByName
/// 6.0; the others 5.0. From the functions' reference pages, "Minimum supported client".
NtVersion first_version(ConnectBy function);

/// Whether the function returns before the connect has ended.
bool runs_asynchronously(ConnectBy function) noexcept;

/// A connect under way. The socket must outlive it: destruction
/// cancels a ConnectEx that still pends, and waits for it.
class ConnectAttempt {
public:
    /// Starts to connect `socket`. Throws Inconclusive when the function fails at once.
    ConnectAttempt(const Socket& socket, const Address& address, ConnectBy by);
    ConnectAttempt(const ConnectAttempt&) = delete;
    ConnectAttempt& operator=(const ConnectAttempt&) = delete;
    ~ConnectAttempt();

    /// Whether the connect is neither done nor failed, asked of select or of the OVERLAPPED. Waits
    /// up to `patience` for it to end.
    bool in_progress(std::chrono::milliseconds patience = std::chrono::milliseconds(0));

    /// Waits until connected, and does what the function asks for before the socket is used like
    /// any other (SO_UPDATE_CONNECT_CONTEXT). Throws Inconclusive when it does not connect.
    void complete();

private:
    const Socket& socket_;
    ConnectBy by_;
    bool pending_ = false;
    OVERLAPPED overlapped_{};
};

/// Connects `socket` by that function and waits until it is connected.
void connect_by(const Socket& socket, const Address& address, ConnectBy by);

}  // namespace conformance
