#pragma once

#include <string>

namespace conformance {

/// "WSAEFAULT (10014)" for a code of Windows Sockets or a system code that Winsock hands out;
/// an NTSTATUS as by describe_status, as they are negative; "error 12345" for any other. Names and
/// numbers from winerror.h.
std::string describe_error(int code);

/// "STATUS_PENDING (0x00000103)", or the number alone. Names and numbers from ntstatus.h.
std::string describe_status(int status);

/// "WSAEFAULT", or "STATUS_NOT_IMPLEMENTED" for an NTSTATUS that is a failure, or an empty text for
/// a code without a name here.
std::string error_name(int code);

/// "access violation (0xC0000005)" for the exception codes that end a process, else the number.
/// Names from ntstatus.h.
std::string describe_exit_code(unsigned long code);

}  // namespace conformance
