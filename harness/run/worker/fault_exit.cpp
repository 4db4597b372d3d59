#include "worker/fault_exit.hpp"

#include <cstdlib>

#include "record/windows_headers.hpp"

namespace conformance {

namespace {

LONG WINAPI die_of(EXCEPTION_POINTERS* exception) {
    TerminateProcess(GetCurrentProcess(), exception->ExceptionRecord->ExceptionCode);
    return EXCEPTION_EXECUTE_HANDLER;
}

/// A stack overflow is answered before the search for handlers, which needs more stack than is
/// left: under Wine it ends in a process without an exception code.
LONG WINAPI die_of_stack_overflow(EXCEPTION_POINTERS* exception) {
    return exception->ExceptionRecord->ExceptionCode == EXCEPTION_STACK_OVERFLOW
               ? die_of(exception)
               : EXCEPTION_CONTINUE_SEARCH;
}

}  // namespace

void exit_on_faults() noexcept {
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    SetUnhandledExceptionFilter(die_of);
    static const auto first_handler = AddVectoredExceptionHandler(1, die_of_stack_overflow);
    static_cast<void>(first_handler);
#ifdef _MSC_VER
    _set_abort_behavior(0, _WRITE_ABORT_MSG | _CALL_REPORTFAULT);
#endif
}

}  // namespace conformance
