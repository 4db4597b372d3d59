#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// A value under HKEY_LOCAL_MACHINE, opened read-only. A value that is not a REG_DWORD is present
/// without a number, and `type` describes it: "REG_SZ of 4 bytes", "unreadable (error 5)".
RegistryValue read_registry_dword(const wchar_t* key, const wchar_t* name);

/// A text value in the same place; nothing when it does not exist.
std::optional<std::string> read_registry_text(const wchar_t* key, const wchar_t* name);

/// The TCP parameters that the documents name, under Services\Tcpip\Parameters: KeepAliveTime,
/// KeepAliveInterval, TcpMaxDataRetransmissions, PPTPTcpMaxDataRetransmissions.
std::vector<RegistryValue> keepalive_registry_values();

}  // namespace conformance
