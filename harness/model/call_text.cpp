#include "model/call_text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "model/buffer_text.hpp"
#include "base/text.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

/// Sockets by the order in which they come. The system may use a handle again.
class SocketNumbers {
public:
    std::string of(const std::string& handle) {
        const auto found = numbers_.find(handle);
        return found == numbers_.end() ? of_new(handle) : name(found->second);
    }
    std::string of_new(const std::string& handle) { return name(numbers_[handle] = ++last_); }

private:
    static std::string name(int number) { return "s" + std::to_string(number); }

    std::map<std::string, int> numbers_;
    int last_ = 0;
};

bool is_pointer(const Call::Argument& argument) {
    return argument.value.starts_with("0x") &&
           (argument.name.starts_with("lp") || argument.name == "optval" ||
            argument.name == "optlen");
}

bool makes_a_socket(const std::string& function) {
    static constexpr std::array<std::string_view, 5> names{"socket", "WSASocketW", "accept",
                                                           "WSPSocket", "WSAAccept"};
    return std::ranges::find(names, function) != names.end();
}

/// Arguments that differ between runs: addresses of memory.
bool says_nothing(const std::string& buffer) {
    return buffer == "name" || buffer == "servicename" || buffer == "lpOverlapped";
}

std::string bytes_of(const Call& call, const Call::Buffer& buffer) {
    const auto meaning = decoded(call, buffer);
    return "{" + buffer.before + (buffer.after == buffer.before ? "" : " -> " + buffer.after) +
           (meaning.empty() ? "" : " = " + meaning) + "}";
}

std::string result_of_kernel(const Call& call, SocketNumbers& sockets) {
    const bool makes_a_socket = call.function == "WskSocket" || call.function == "WskAccept";
    auto text = describe_status(static_cast<int>(*call.result));
    if (const auto& io_status = call.io_status) {
        text += ", IoStatus " + describe_status(io_status->status) + ", " +
                (makes_a_socket && io_status->information != 0
                     ? sockets.of_new(hexadecimal(io_status->information))
                     : std::to_string(io_status->information));
        if (io_status->completions != 1) {
            text += ", completed " + std::to_string(io_status->completions) + " times";
        }
    } else if (std::ranges::find(call.arguments, Call::Argument{"Irp", "given"}) !=
               call.arguments.end()) {
        text += ", IRP not completed";
    }
    return text;
}

std::string result_of(const Call& call, SocketNumbers& sockets) {
    if (!call.result) {
        return "never returned";
    }
    if (call.function.starts_with("Wsk")) {
        return result_of_kernel(call, sockets);
    }
    if (makes_a_socket(call.function) && !call.error) {
        return sockets.of_new(hexadecimal(static_cast<std::uint64_t>(*call.result)));
    }
    auto text = *call.result > std::numeric_limits<std::uint32_t>::max()
                    ? std::string("an address")
                    : std::to_string(*call.result);
    return call.error ? text + ", " + describe_error(*call.error) : text;
}

std::string line_of(const Call& call, SocketNumbers& sockets) {
    std::string text = call.function + "(";
    const auto add = [&](const std::string& part) {
        text += (text.ends_with('(') ? "" : ", ") + part;
    };
    const auto buffer_of = [&](const std::string& name) {
        return std::ranges::find(call.buffers, name, &Call::Buffer::name);
    };
    for (const auto& argument : call.arguments) {
        if (argument.name == "s" || argument.name == "Socket") {
            add(sockets.of(argument.value));
        } else if (buffer_of(argument.name) == call.buffers.end()) {
            add(argument.name + "=" + (is_pointer(argument) ? "address" : argument.value));
        } else if (!is_pointer(argument)) {
            add(argument.name + "=" + argument.value);
        }
    }
    for (const auto& buffer : call.buffers) {
        if (!says_nothing(buffer.name) && !(buffer.before.empty() && buffer.after.empty())) {
            add(buffer.name + "=" + bytes_of(call, buffer));
        }
    }
    return text + ") = " + result_of(call, sockets);
}

}  // namespace

std::vector<std::string> call_lines(const std::vector<Call>& calls) {
    SocketNumbers sockets;
    std::vector<std::string> lines;
    for (const auto& call : calls) {
        lines.push_back(line_of(call, sockets));
    }
    return lines;
}

}  // namespace conformance
