#pragma once

#include <string>

#include "cases/test.hpp"

namespace conformance {

/// Transports other than TCP/IP that have stream sockets, on machines that provide them.
enum class Transport { unix_domain, bluetooth };

std::string to_text(Transport transport);
std::string capability_for(Transport transport);

/// A stream socket of that transport. Throws Inconclusive when the machine has none.
Socket socket_of(const Test& test, Transport transport);

}  // namespace conformance
