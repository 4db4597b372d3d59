// Winsock2.h first and alone: that it is enough is the claim.
#include <winsock2.h>

#include "winsock2_alone.hpp"

namespace conformance::winsock2_alone {

const int level = SOL_SOCKET;
const int option = SO_KEEPALIVE;
#ifdef _WS2DEF_
const bool includes_ws2def = true;
#else
const bool includes_ws2def = false;
#endif

}  // namespace conformance::winsock2_alone
