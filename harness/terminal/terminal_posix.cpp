// For conformance-report on Linux and macOS; the suite itself runs on Windows alone.
#include "terminal/standard_input.hpp"
#include "terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace conformance {

struct Terminal::System {};

Terminal::Terminal(Stream stream) {
    const int descriptor = stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
    exists_ = isatty(descriptor) != 0;
    const char* kind = std::getenv("TERM");
    obeys_ = exists_ && kind != nullptr && std::string_view(kind) != "dumb";
    winsize size{};
    if (exists_ && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) {
        width_ = size.ws_col;
    }
}

Terminal::~Terminal() = default;

std::string read_standard_input(std::size_t most) {
    std::string text;
    std::array<char, 65536> block{};
    while (text.size() <= most) {
        const auto got = read(STDIN_FILENO, block.data(), block.size());
        if (got <= 0) {
            break;
        }
        text.append(block.data(), static_cast<std::size_t>(got));
    }
    return text;
}

}  // namespace conformance
