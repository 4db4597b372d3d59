#pragma once

#include <string>

namespace conformance {

/// "WSAEFAULT (10014)" for a code of Windows Sockets or a system code that Winsock hands out;
/// "error 12345" for any other. Names and numbers from winerror.h.
std::string describe_error(int code);

/// "WSAEFAULT", or an empty text for a code without a name here.
std::string error_name(int code);

/// "access violation (0xC0000005)" for the exception codes that end a process, else the number.
/// Names from ntstatus.h.
std::string describe_exit_code(unsigned long code);

}  // namespace conformance
