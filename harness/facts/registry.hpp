#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// A value under HKEY_LOCAL_MACHINE, read only. A value of another type than REG_DWORD is present,
/// with its type's name and without a number.
RegistryValue read_registry_dword(const wchar_t* key, const wchar_t* name);

/// A text of the same place; nothing when there is none.
std::optional<std::string> read_registry_text(const wchar_t* key, const wchar_t* name);

/// The parameters of TCP that the documents name, under Services\Tcpip\Parameters: KeepAliveTime,
/// KeepAliveInterval, TcpMaxDataRetransmissions, PPTPTcpMaxDataRetransmissions.
std::vector<RegistryValue> keepalive_registry_values();

}  // namespace conformance
