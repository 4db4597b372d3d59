#include "supervisor/overlapped_pipe.hpp"

#include <atomic>
#include <utility>

namespace conformance {

namespace {

/// CreatePipe makes no overlapped ends, so this makes a pipe with a name, as it does.
std::wstring new_name() {
    static std::atomic<unsigned> number = 0;
    return L"\\\\.\\pipe\\winsock-conformance-" + std::to_wstring(GetCurrentProcessId()) + L"-" +
           std::to_wstring(++number);
}

UniqueHandle owned(HANDLE handle, const char* function) {
    if (handle == INVALID_HANDLE_VALUE) {
        throw_last_error(function);
    }
    return UniqueHandle(handle);
}

}  // namespace

OverlappedPipe::OverlappedPipe(Direction direction) {
    const bool to_child = direction == Direction::to_child;
    constexpr DWORD one_instance = 1;
    constexpr DWORD buffer = 65536;
    const auto name = new_name();
    own_end_ = owned(
        CreateNamedPipeW(name.c_str(),
                         (to_child ? PIPE_ACCESS_OUTBOUND : PIPE_ACCESS_INBOUND) |
                             FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                         PIPE_TYPE_BYTE | PIPE_WAIT, one_instance, buffer, buffer, 0, nullptr),
        "CreateNamedPipe");
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    childs_end_ = owned(CreateFileW(name.c_str(), to_child ? GENERIC_READ : GENERIC_WRITE, 0,
                                    &inherited, OPEN_EXISTING, 0, nullptr),
                        "CreateFile of a pipe");
}

OverlappedPipe::~OverlappedPipe() {
    close_own_end();
}

void OverlappedPipe::close_own_end() {
    if (runs_) {
        DWORD bytes = 0;
        CancelIo(own_end_.get());
        GetOverlappedResult(own_end_.get(), &operation_, &bytes, TRUE);
        runs_ = false;
    }
    own_end_.reset();
}

DWORD OverlappedPipe::read() {
    return begun(ReadFile(own_end_.get(), block_.data(), static_cast<DWORD>(block_.size()), nullptr,
                          &operation_));
}

DWORD OverlappedPipe::write(std::string text) {
    written_ = std::move(text);
    return begun(WriteFile(own_end_.get(), written_.data(), static_cast<DWORD>(written_.size()),
                           nullptr, &operation_));
}

DWORD OverlappedPipe::begun(BOOL done) noexcept {
    const DWORD error = done ? 0 : GetLastError();
    runs_ = error == 0 || error == ERROR_IO_PENDING;
    return runs_ ? 0 : error;
}

bool OverlappedPipe::ended(const OVERLAPPED* operation) noexcept {
    if (operation != &operation_) {
        return false;
    }
    runs_ = false;
    return true;
}

}  // namespace conformance
