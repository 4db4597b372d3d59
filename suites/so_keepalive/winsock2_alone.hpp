#pragma once

namespace conformance::winsock2_alone {

// Facts from a source file that includes Winsock2.h and no other header.
extern const int level;
extern const int option;
/// Whether Ws2def.h was included as well, by its include guard: _WS2DEF_ in the Windows SDK and
/// mingw-w64.
extern const bool includes_ws2def;

}  // namespace conformance::winsock2_alone
