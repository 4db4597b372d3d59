#include "cases/foreign_handles.hpp"

#include <array>

namespace conformance {

std::string to_text(HandleKind kind) {
    static constexpr std::array<const char*, 7> names{"closed-ipv4-socket",
                                                      "closed-ipv6-socket",
                                                      "file",
                                                      "event",
                                                      "pipe",
                                                      "invalid-socket",
                                                      "zero"};
    return names[static_cast<std::size_t>(kind)];
}

ForeignHandle::ForeignHandle(const Test& test, HandleKind kind) {
    switch (kind) {
        case HandleKind::closed_ipv4_socket:
        case HandleKind::closed_ipv6_socket: {
            auto socket = test.stream_socket(kind == HandleKind::closed_ipv4_socket ? Family::ipv4
                                                                                    : Family::ipv6);
            require_success(socket.close());
            as_socket_ = socket.handle();
            return;
        }
        case HandleKind::invalid_socket: return;
        case HandleKind::zero: as_socket_ = 0; return;
        case HandleKind::file: {
            // The program's own file: it exists, and opening it leaves nothing behind.
            std::array<wchar_t, 4096> path{};
            GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
            first_ = CreateFileW(path.data(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                 0, nullptr);
            break;
        }
        case HandleKind::event: first_ = CreateEventW(nullptr, TRUE, FALSE, nullptr); break;
        case HandleKind::pipe:
            if (!CreatePipe(&first_, &second_, nullptr, 0)) {
                first_ = nullptr;
            }
            break;
    }
    if (first_ == nullptr || first_ == INVALID_HANDLE_VALUE) {
        first_ = nullptr;
        throw Inconclusive("set-up: the system gave no " + to_text(kind));
    }
    as_socket_ = reinterpret_cast<SOCKET>(first_);
}

ForeignHandle::~ForeignHandle() {
    if (first_ != nullptr) {
        CloseHandle(first_);
    }
    if (second_ != nullptr) {
        CloseHandle(second_);
    }
}

}  // namespace conformance
