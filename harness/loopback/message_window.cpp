#include "loopback/message_window.hpp"

#include <string>

#include "model/inconclusive.hpp"
#include "winsock/system_function.hpp"

namespace conformance {

// user32.dll is looked up and not imported: not every Windows has it (Nano Server).
MessageWindow::MessageWindow() {
    const auto create =
        system_function<decltype(&CreateWindowExW)>(L"user32.dll", "CreateWindowExW");
    if (create == nullptr) {
        throw Inconclusive("set-up: this system has no windows");
    }
    window_ = create(0, L"STATIC", L"", 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr, nullptr, nullptr);
    if (window_ == nullptr) {
        throw Inconclusive("set-up: no window can be made: error " +
                           std::to_string(GetLastError()));
    }
}

MessageWindow::~MessageWindow() {
    const auto destroy = system_function<decltype(&DestroyWindow)>(L"user32.dll", "DestroyWindow");
    if (destroy != nullptr) {
        destroy(window_);
    }
}

}  // namespace conformance
