#pragma once

#include <filesystem>
#include <vector>

#include "model/environment.hpp"
#include "winsock/winsock.hpp"
#include "wire/wire_memory.hpp"

namespace conformance {

/// A provider DLL as a file: its path, the version in its resources, its SHA-256.
Provider provider_file_facts(const std::filesystem::path& path);

/// The facts that need an initialised provider. Adds to the environment its catalogue and the
/// loopback addresses to which a socket can be bound. Returns the capabilities that a machine may
/// lack, each with the reason: administrator, ipv4, ipv6, raw-sockets, packet-observation-ipv4 and
/// -ipv6 (a known segment is seen), silent-peer, unix-domain and bluetooth (stream sockets),
/// wspioctl (a base provider that exports WSPStartup). Without `wire` the three that
/// need packets are not tried.
std::vector<Capability> ask_provider(Winsock& winsock, const FunctionTable& functions,
                                     WireMemory* wire, Environment& environment);

/// The names of all capabilities, for --require.
std::vector<std::string> capability_names();

}  // namespace conformance
