#pragma once

#include "record/windows_headers.hpp"

namespace conformance {

/// A window that is never seen and only receives messages, for WSAAsyncSelect.
class MessageWindow {
public:
    /// Throws Inconclusive where the system has no windows.
    MessageWindow();
    MessageWindow(const MessageWindow&) = delete;
    MessageWindow& operator=(const MessageWindow&) = delete;
    ~MessageWindow();

    HWND handle() const noexcept { return window_; }

private:
    HWND window_ = nullptr;
};

}  // namespace conformance
