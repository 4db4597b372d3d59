#pragma once

#include <string>

#include "cases/test.hpp"

namespace conformance {

/// Transports with stream sockets that are not TCP/IP's, where the machine has them.
enum class Transport { unix_domain, bluetooth };

std::string to_text(Transport transport);
std::string capability_for(Transport transport);

/// A stream socket of that transport. Throws Inconclusive when there is none.
Socket socket_of(const Test& test, Transport transport);

}  // namespace conformance
