// The other ways to keep-alive that user mode has: of a socket of the kernel their pages say
// nothing.
#include <array>
#include <cstring>

#include "kernel_case.hpp"
#include "keepalive/options.hpp"

namespace conformance {

using namespace parameters;

namespace {

enum class KernelTcpOption { keepidle, keepintvl, keepcnt };

std::string to_text(KernelTcpOption option) {
    static constexpr std::array<const char*, 3> names{"TCP_KEEPIDLE", "TCP_KEEPINTVL",
                                                      "TCP_KEEPCNT"};
    return names[static_cast<std::size_t>(option)];
}

const Parameter<KernelTcpOption> kernel_option("option", {KernelTcpOption::keepidle,
                                                          KernelTcpOption::keepintvl,
                                                          KernelTcpOption::keepcnt});

WskControlArguments using_control_code() {
    static constexpr tcp_keepalive values{on, 5000, 7000};
    WskControlArguments arguments;
    arguments.request = WskControlArguments::Request::ioctl;
    arguments.control_code = SIO_KEEPALIVE_VALS;
    arguments.input_bytes.resize(sizeof values);
    std::memcpy(arguments.input_bytes.data(), &values, sizeof values);
    return arguments;
}

WskControlArguments using_option(KernelTcpOption option, Operation what) {
    static constexpr std::array numbers{tcp_keepidle.name, tcp_keepintvl.name, tcp_keepcnt.name};
    auto arguments = what == Operation::set ? setting_keepalive(20) : getting_keepalive();
    arguments.level = IPPROTO_TCP;
    arguments.control_code = static_cast<std::uint32_t>(numbers[static_cast<std::size_t>(option)]);
    return arguments;
}

/// In words; impossible is an IRP that was completed with another status than the call's.
Seen acceptance(const WskResult& result) {
    const bool is_one_status = result.completions == 0 || result.io_status == result.status();
    return {(result.succeeded() ? "accepted: " : "refused: ") + describe(result),
            is_one_status && !result.unfinished};
}

}  // namespace

// SIO_KEEPALIVE_VALS by WskIoctl.
CONFORMANCE_CASE("wsk-so-keepalive/other-ways/control-code",
                 checks("wsk-so-keepalive.control-code"), rows(family, wsk_kind), in_kernel()) {
    require_control_implemented(test, row[family]);
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    RECORD(acceptance(socket.control(using_control_code()).call));
}

// The options of TCP by WskSetOption and WskGetOption.
CONFORMANCE_CASE("wsk-so-keepalive/other-ways/tcp-options", checks("wsk-so-keepalive.tcp-options"),
                 rows(family, kernel_option, set_or_get), in_kernel()) {
    require_control_implemented(test, row[family]);
    const auto socket = make_wsk_socket(test.wsk(), row[family], WskKind::connection);
    RECORD(acceptance(socket.control(using_option(row[kernel_option], row[set_or_get])).call));
}

}  // namespace conformance
