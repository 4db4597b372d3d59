// Socket options, control codes, and the blocking hook of Winsock 1.1.
#include "winsock/recorded_call.hpp"

namespace conformance {

using namespace recorded;

CallResult Winsock::setsockopt(SOCKET s, int level, int option, const void* optval, int optlen,
                               std::span<const unsigned char> visible) {
    return record("setsockopt", functions_.setsockopt,
                  {handle(s), number("level", level, ArgumentKind::level),
                   number("optname", option, ArgumentKind::option), pointer("optval", optval),
                   number("optlen", optlen)},
                  {{"optval", visible}}, SOCKET_ERROR, [&](auto function) {
                      return function(s, level, option, static_cast<const char*>(optval), optlen);
                  });
}

CallResult Winsock::getsockopt(SOCKET s, int level, int option, void* optval, int* optlen,
                               std::span<const unsigned char> visible, bool visible_length) {
    const std::span length{reinterpret_cast<const unsigned char*>(optlen),
                           visible_length ? sizeof *optlen : 0};
    return record("getsockopt", functions_.getsockopt,
                  {handle(s), number("level", level, ArgumentKind::level),
                   number("optname", option, ArgumentKind::option), pointer("optval", optval),
                   pointer("optlen", optlen)},
                  {{"optval", visible}, {"optlen", length}}, SOCKET_ERROR, [&](auto function) {
                      return function(s, level, option, static_cast<char*>(optval), optlen);
                  });
}

CallResult Winsock::ioctl(SOCKET s, const IoctlArguments& arguments) {
    return record_spans("WSAIoctl", functions_.WSAIoctl, arguments.recorded_arguments(s),
                        arguments.recorded_buffers(), SOCKET_ERROR, [&](auto function) {
                            // The prototype takes the input without const, and only reads it.
                            return function(s, arguments.code, const_cast<void*>(arguments.input),
                                            arguments.input_size, arguments.output,
                                            arguments.output_size, arguments.bytes_returned,
                                            arguments.overlapped, arguments.routine);
                        });
}

BaseProvider Winsock::base_provider(Family family, int type) {
    return {functions_, recorder_, family, type};
}

CallResult Winsock::set_blocking_hook(FARPROC hook) {
    return record("WSASetBlockingHook", functions_.WSASetBlockingHook, {}, {}, 0,
                  [&](auto function) { return reinterpret_cast<std::intptr_t>(function(hook)); });
}

CallResult Winsock::unhook_blocking_hook() {
    return record("WSAUnhookBlockingHook", functions_.WSAUnhookBlockingHook, {}, {}, SOCKET_ERROR,
                  [](auto function) { return function(); });
}

CallResult Winsock::cancel_blocking_call() {
    return record("WSACancelBlockingCall", functions_.WSACancelBlockingCall, {}, {}, SOCKET_ERROR,
                  [](auto function) { return function(); });
}

}  // namespace conformance
