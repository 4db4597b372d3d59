#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "loopback/message_window.hpp"
#include "loopback/sockets.hpp"
#include "model/nt_version.hpp"

namespace conformance {

/// The functions that connect a TCP socket, each blocking or polled.
enum class ConnectBy {
    connect,
    connect_asynchronous,
    wsa_connect,
    wsa_connect_asynchronous,
    connect_ex,
    wsa_connect_by_list,
    wsa_connect_by_name,
    connect_event_select,
    connect_async_select,
};

std::string to_text(ConnectBy function);

/// The first NT version that has the function: ConnectEx 5.1; WSAConnectByList and WSAConnectByName
/// 6.0; the others 5.0. From the functions' reference pages, "Minimum supported client".
NtVersion first_version(ConnectBy function);

/// Whether the function returns before the connect has ended.
bool runs_asynchronously(ConnectBy function) noexcept;

/// Calls one of the functions that return when the connect has ended.
CallResult connect_and_wait(const Socket& socket, const Address& address, ConnectBy by);

/// Prepares a connected socket for ordinary use: sets SO_UPDATE_CONNECT_CONTEXT where the
/// function's page asks for it.
void update_connect_context(const Socket& socket, ConnectBy by);

/// A connect in progress. Its socket must outlive it.
class ConnectUnderWay {
public:
    ConnectUnderWay() = default;
    ConnectUnderWay(const ConnectUnderWay&) = delete;
    ConnectUnderWay& operator=(const ConnectUnderWay&) = delete;
    virtual ~ConnectUnderWay() = default;

    /// Whether the connect has neither succeeded nor failed. Waits up to `timeout` for its end.
    virtual bool in_progress(std::chrono::milliseconds timeout) = 0;

    /// Waits for the connection and prepares the socket for ordinary use (update_connect_context).
    /// Throws Inconclusive when the connect fails.
    virtual void complete() = 0;
};

/// A connect by a function that returns early. The destructor cancels a pending ConnectEx and waits
/// for it.
class ConnectAttempt : public ConnectUnderWay {
public:
    /// Starts to connect `socket`. Throws Inconclusive when the function fails at once.
    ConnectAttempt(const Socket& socket, const Address& address, ConnectBy by);
    ~ConnectAttempt() override;

    /// Asks select or the OVERLAPPED.
    bool in_progress(std::chrono::milliseconds timeout) override;
    void complete() override;

private:
    CallResult start(const Address& address);

    const Socket& socket_;
    ConnectBy by_;
    bool pending_ = false;
    OVERLAPPED overlapped_{};
    /// Closes the event of the OVERLAPPED.
    struct CloseEvent {
        void operator()(HANDLE event) const noexcept { CloseHandle(event); }
    };
    std::unique_ptr<void, CloseEvent> event_;
    std::optional<MessageWindow> window_;
};

/// Connects `socket` with that function and waits for the connection.
void connect_by(const Socket& socket, const Address& address, ConnectBy by);

}  // namespace conformance
