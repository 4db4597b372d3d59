#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// A value under HKEY_LOCAL_MACHINE, read only. One that is no REG_DWORD is present without a
/// number, and `type` says what it is: "REG_SZ of 4 bytes", "unreadable (error 5)".
RegistryValue read_registry_dword(const wchar_t* key, const wchar_t* name);

/// A text of the same place; nothing when there is none.
std::optional<std::string> read_registry_text(const wchar_t* key, const wchar_t* name);

/// The parameters of TCP that the documents name, under Services\Tcpip\Parameters: KeepAliveTime,
/// KeepAliveInterval, TcpMaxDataRetransmissions, PPTPTcpMaxDataRetransmissions.
std::vector<RegistryValue> keepalive_registry_values();

}  // namespace conformance
