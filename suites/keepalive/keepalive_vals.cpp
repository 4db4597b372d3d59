#include "keepalive/keepalive_vals.hpp"

namespace conformance {

IoctlArguments keepalive_vals(const tcp_keepalive& values, DWORD& bytes_returned) {
    IoctlArguments arguments;
    arguments.code = SIO_KEEPALIVE_VALS;
    arguments.input = &values;
    arguments.input_size = sizeof values;
    arguments.visible_input = {reinterpret_cast<const unsigned char*>(&values), sizeof values};
    arguments.bytes_returned = &bytes_returned;
    return arguments;
}

CallResult set_keepalive_vals(const Socket& socket, std::uint32_t onoff, std::uint32_t time_ms,
                              std::uint32_t interval_ms) {
    const tcp_keepalive values{onoff, time_ms, interval_ms};
    DWORD bytes_returned = 0;
    return socket.ioctl(keepalive_vals(values, bytes_returned));
}

void require_keepalive_vals(const Socket& socket, std::chrono::milliseconds time,
                            std::chrono::milliseconds interval) {
    require_success(set_keepalive_vals(socket, parameters::on,
                                       static_cast<std::uint32_t>(time.count()),
                                       static_cast<std::uint32_t>(interval.count())));
}

}  // namespace conformance
