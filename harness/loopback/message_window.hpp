#pragma once

#include "record/windows_headers.hpp"

namespace conformance {

/// A hidden window that receives messages, for WSAAsyncSelect.
class MessageWindow {
public:
    /// Throws Inconclusive when the system has no windows.
    MessageWindow();
    MessageWindow(const MessageWindow&) = delete;
    MessageWindow& operator=(const MessageWindow&) = delete;
    ~MessageWindow();

    HWND handle() const noexcept { return window_; }

private:
    HWND window_ = nullptr;
};

}  // namespace conformance
