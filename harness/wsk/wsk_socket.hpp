#pragma once

#include "wsk/wsk.hpp"

namespace conformance {

/// A socket of the kernel, and the API wrapper it was made through. Closes itself; closing is
/// recorded like any call.
class WskSocket {
public:
    WskSocket(Wsk& wsk, std::uint32_t number) noexcept : wsk_(&wsk), number_(number) {}
    WskSocket(WskSocket&& other) noexcept;
    WskSocket& operator=(WskSocket&& other) noexcept;
    ~WskSocket();

    WskResult bind(const Address& address) const { return wsk_->bind(number_, address); }
    WskResult connect(const Address& address) const { return wsk_->connect(number_, address); }

    /// SO_KEEPALIVE at SOL_SOCKET as its page wants it: a ULONG in and nothing out, or the other
    /// way round, with an IRP.
    WskResult set_keepalive(std::uint32_t value) const;
    WskOptionResult get_keepalive() const;
    /// An option of TCP that is a ULONG.
    WskResult set_tcp_option(int option, std::uint32_t value) const;
    WskOptionResult control(const WskControlArguments& arguments) const {
        return wsk_->control(number_, arguments);
    }

private:
    friend WskSocket accept_from(const WskSocket& listener);
    friend Address bound_address(const WskSocket& socket, Address of_family);

    Wsk* wsk_;
    std::uint32_t number_;
};

/// The arguments of SO_KEEPALIVE, for a caller to change.
WskControlArguments setting_keepalive(std::uint32_t value);
WskControlArguments getting_keepalive();

/// Throws Inconclusive when a call that sets up a situation failed: "set-up: WskBind answered ...".
void require_success(const WskResult& result);

/// A new socket. Throws Inconclusive when there is none.
WskSocket make_wsk_socket(Wsk& wsk, Family family, WskKind kind);
/// The next connection. Throws Inconclusive when none comes.
WskSocket accept_from(const WskSocket& listener);
/// Where the socket is bound. Throws Inconclusive.
Address bound_address(const WskSocket& socket, Address of_family);

}  // namespace conformance
