#include <filesystem>

#include "loopback/silent_peer.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

/// Beside this program, whatever that is called.
std::filesystem::path helper_path() {
    std::wstring path(32768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return std::filesystem::path(path).parent_path() / L"silent_peer";
}

/// Talks to the helper, line by line, over a connection that the helper makes to us: under Wine a
/// native program gets no standard handles, and cannot be waited for. It ends when that connection
/// does.
class WineHelper final : public Silence {
public:
    explicit WineHelper(const Address& local)
        : control_listener_(winsock_, AF_INET, SOCK_STREAM, IPPROTO_TCP), address_(local) {
        const auto control = control_listener_.bind(Address::loopback(Family::ipv4));
        control_listener_.listen();
        start(std::to_wstring(control.port()) + L" " + address_text(local));
        control_ = control_listener_.accept();
        address_.set_port(static_cast<std::uint16_t>(std::stoi(expect_line())));
    }

    Address address() const override { return address_; }
    void accept() override { ask("accept"); }
    void begin() override { ask("silence"); }

    bool first_has_byte_within(std::chrono::milliseconds timeout) override {
        return ask("byte " + std::to_string(timeout.count())) == "yes";
    }

private:
    static std::wstring address_text(const Address& address) {
        if (address.family() == Family::ipv6) {
            return L"::1";
        }
        const auto& bytes =
            reinterpret_cast<const sockaddr_in*>(address.data())->sin_addr.S_un.S_un_b;
        return std::to_wstring(bytes.s_b1) + L"." + std::to_wstring(bytes.s_b2) + L"." +
               std::to_wstring(bytes.s_b3) + L"." + std::to_wstring(bytes.s_b4);
    }

    static void start(const std::wstring& arguments) {
        const auto path = helper_path();
        std::wstring command_line = L"\"" + path.wstring() + L"\" " + arguments;
        STARTUPINFOW startup{};
        startup.cb = sizeof startup;
        PROCESS_INFORMATION process{};
        if (!std::filesystem::exists(path) ||
            !CreateProcessW(path.c_str(), command_line.data(), nullptr, nullptr, FALSE, 0, nullptr,
                            nullptr, &startup, &process)) {
            throw Inconclusive("set-up: no helper can be started at " + utf8_from_path(path));
        }
        // Wine has no handles for a native program.
        for (const auto handle : {process.hThread, process.hProcess}) {
            if (handle != nullptr) {
                CloseHandle(handle);
            }
        }
    }

    std::string ask(const std::string& question) {
        control_.send(question + "\n");
        return expect_line();
    }

    std::string expect_line() {
        std::string line;
        while (true) {
            const auto byte =
                control_.is_readable_within(setup_timeout()) ? control_.receive(1) : std::string();
            if (byte.empty()) {
                throw Inconclusive("set-up: the helper that falls silent does not answer");
            }
            if (byte == "\n") {
                break;
            }
            line += byte;
        }
        if (line.starts_with("failed")) {
            throw Inconclusive("set-up: the helper that falls silent " + line);
        }
        return line;
    }

    SystemWinsock winsock_;
    SystemSocket control_listener_;
    SystemSocket control_;
    Address address_;
};

}  // namespace

std::unique_ptr<Silence> start_wine_helper(const Address& local) {
    return std::make_unique<WineHelper>(local);
}

}  // namespace conformance
