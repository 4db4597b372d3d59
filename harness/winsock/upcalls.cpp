#include "winsock/upcalls.hpp"

#include <algorithm>
#include <atomic>
#include <span>

namespace conformance {

namespace {

/// The result of an upcall; its error code is returned in the way common to all.
template <typename Result>
Result answer(bool done, Result success, Result failure, int error, int* error_out) {
    *error_out = done ? 0 : error;
    return done ? success : failure;
}

BOOL as_bool(BOOL done, int* error) {
    return answer<BOOL>(done != FALSE, TRUE, FALSE, WSA_INVALID_HANDLE, error);
}

int as_int(bool done, int code, int* error) {
    return answer(done, 0, SOCKET_ERROR, code, error);
}

WSAEVENT WSPAPI create_event(LPINT error) {
    const WSAEVENT event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    return answer(event != nullptr, event, WSAEVENT{WSA_INVALID_EVENT}, WSA_NOT_ENOUGH_MEMORY,
                  error);
}

BOOL WSPAPI close_event(WSAEVENT event, LPINT error) {
    return as_bool(CloseHandle(event), error);
}

BOOL WSPAPI set_event(WSAEVENT event, LPINT error) {
    return as_bool(SetEvent(event), error);
}

BOOL WSPAPI reset_event(WSAEVENT event, LPINT error) {
    return as_bool(ResetEvent(event), error);
}

int WSPAPI open_current_thread(LPWSATHREADID thread, LPINT error) {
    const auto process = GetCurrentProcess();
    return as_int(DuplicateHandle(process, GetCurrentThread(), process, &thread->ThreadHandle, 0,
                                  FALSE, DUPLICATE_SAME_ACCESS) != FALSE,
                  WSASYSCALLFAILURE, error);
}

int WSPAPI close_thread(LPWSATHREADID thread, LPINT error) {
    return as_int(CloseHandle(thread->ThreadHandle) != FALSE, WSASYSCALLFAILURE, error);
}

// An upcall has no context argument.
std::atomic<const WSATHREADID*> queued_with = nullptr;

int WSPAPI queue_apc(LPWSATHREADID thread, LPWSAUSERAPC procedure, DWORD_PTR context, LPINT error) {
    queued_with = thread;
    return as_int(QueueUserAPC(procedure, thread->ThreadHandle, context) != 0, WSASYSCALLFAILURE,
                  error);
}

int WSPAPI query_blocking_callback(DWORD, LPBLOCKINGCALLBACK* callback, PDWORD_PTR context,
                                   LPINT error) {
    *callback = nullptr;
    *context = 0;
    return as_int(true, 0, error);
}

SOCKET WSPAPI modify_ifs_handle(DWORD, SOCKET proposed, LPINT error) {
    return answer(true, proposed, INVALID_SOCKET, 0, error);
}

int WSPAPI is_set(SOCKET s, fd_set* set) {
    const auto sockets = std::span(set->fd_array).first(set->fd_count);
    return std::ranges::find(sockets, s) != sockets.end() ? 1 : 0;
}

SOCKET WSPAPI create_socket_handle(DWORD, DWORD_PTR, LPINT error) {
    return answer(false, INVALID_SOCKET, INVALID_SOCKET, WSAEOPNOTSUPP, error);
}

int WSPAPI close_socket_handle(SOCKET, LPINT error) {
    return as_int(false, WSAEOPNOTSUPP, error);
}

int WSPAPI query_socket_handle_context(SOCKET, PDWORD_PTR, LPINT error) {
    return as_int(false, WSAEOPNOTSUPP, error);
}

int WSPAPI get_provider_path(LPGUID, WCHAR*, LPINT, LPINT error) {
    return as_int(false, WSAEOPNOTSUPP, error);
}

BOOL WSPAPI post_message(HWND, UINT, WPARAM, LPARAM) {
    return FALSE;
}

}  // namespace

const WSATHREADID* last_queued_apc() noexcept {
    return queued_with;
}

WSPUPCALLTABLE upcall_table() noexcept {
    WSPUPCALLTABLE table{};
    table.lpWPUCloseEvent = close_event;
    table.lpWPUCloseSocketHandle = close_socket_handle;
    table.lpWPUCreateEvent = create_event;
    table.lpWPUCreateSocketHandle = create_socket_handle;
    table.lpWPUFDIsSet = is_set;
    table.lpWPUGetProviderPath = get_provider_path;
    table.lpWPUModifyIFSHandle = modify_ifs_handle;
    table.lpWPUPostMessage = post_message;
    table.lpWPUQueryBlockingCallback = query_blocking_callback;
    table.lpWPUQuerySocketHandleContext = query_socket_handle_context;
    table.lpWPUQueueApc = queue_apc;
    table.lpWPUResetEvent = reset_event;
    table.lpWPUSetEvent = set_event;
    table.lpWPUOpenCurrentThread = open_current_thread;
    table.lpWPUCloseThread = close_thread;
    return table;
}

}  // namespace conformance
