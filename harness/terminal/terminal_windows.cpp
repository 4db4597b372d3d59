// Seen under Wine alone; never run on Windows.
#include "terminal/standard_input.hpp"
#include "terminal/terminal.hpp"

#include <windows.h>

#include <array>

namespace conformance {

struct Terminal::System {
    HANDLE console = nullptr;
    DWORD mode = 0;
};

Terminal::Terminal(Stream stream) : system_(std::make_unique<System>()) {
    system_->console =
        GetStdHandle(stream == Stream::output ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    exists_ = GetConsoleMode(system_->console, &system_->mode) != 0;
    if (!exists_) {
        return;
    }
    // Windows 10 1511 and later can ("Console Virtual Terminal Sequences").
    constexpr DWORD obey_sequences = 0x0004;
    obeys_ = SetConsoleMode(system_->console, system_->mode | obey_sequences) != 0;
    CONSOLE_SCREEN_BUFFER_INFO info{};
    if (GetConsoleScreenBufferInfo(system_->console, &info) != 0) {
        width_ = static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1);
    }
}

Terminal::~Terminal() {
    if (exists_) {
        SetConsoleMode(system_->console, system_->mode);
    }
}

std::string read_standard_input(std::size_t most) {
    std::string text;
    std::array<char, 65536> block{};
    DWORD got = 0;
    while (text.size() <= most &&
           ReadFile(GetStdHandle(STD_INPUT_HANDLE), block.data(), static_cast<DWORD>(block.size()),
                    &got, nullptr) &&
           got != 0) {
        text.append(block.data(), got);
    }
    return text;
}

}  // namespace conformance
