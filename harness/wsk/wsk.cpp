#include "wsk/wsk.hpp"

#include <algorithm>
#include <span>
#include <cstring>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "model/inconclusive.hpp"
#include "base/input_error.hpp"
#include "model/suggestion.hpp"
#include "wsk_probe_mutations.h"

namespace conformance {

namespace {

using Argument = FlightRecorder::Argument;

/// ms that a call may take: long for a machine, short beside a row's deadline.
constexpr std::uint32_t timeout = 2000;

Argument number(std::string_view name, std::uint64_t value,
                ArgumentKind kind = ArgumentKind::number) {
    return {name, value, kind};
}

Argument socket_argument(std::uint32_t socket) {
    return {"Socket", socket, ArgumentKind::handle};
}

WskResult result_of(std::string_view function, const WskProbeOutcome& outcome,
                    std::uint64_t information) {
    return {function,       outcome.returned, outcome.unfinished != 0, outcome.completions,
            outcome.status, information};
}

void finish(FlightRecorder::InFlight& in_flight, const WskResult& result) {
    const RecordedIoStatus io_status{result.completions, result.io_status, result.information};
    in_flight.finish(result.returned, !result.succeeded(), result.status(), io_status);
}

WskProbeAddress probe_address(const Address& address) {
    WskProbeAddress given{};
    given.size = static_cast<unsigned>(address.size());
    std::memcpy(given.bytes, address.data(), given.size);
    return given;
}

}  // namespace

/// Also throws InputError for arguments that the driver would refuse.
static void require_mutation(const std::string& mutation) {
    const auto at = mutation.find('@');
    const auto name = mutation.substr(0, at);
    const std::vector<std::string> names(std::begin(wsk_probe_mutations),
                                         std::end(wsk_probe_mutations));
    if (std::ranges::find(names, name) == names.end()) {
        throw InputError("reference:" + mutation + ": there is no mutation \"" + name + "\"" +
                         did_you_mean(name, names));
    }
    const std::vector<std::string> conditions(std::begin(wsk_probe_conditions),
                                              std::end(wsk_probe_conditions));
    if (at != mutation.npos &&
        std::ranges::find(conditions, mutation.substr(at + 1)) == conditions.end()) {
        throw InputError("reference:" + mutation + ": expected the condition " +
                         listed(conditions) + ", got \"" + mutation.substr(at + 1) + "\"");
    }
}

WskProvider wsk_provider_from(const std::string& text) {
    constexpr std::string_view mutated = "reference:";
    if (text == "system") {
        return {};
    }
    if (text == "reference") {
        return {true, {}};
    }
    if (!text.starts_with(mutated)) {
        throw InputError("expected system, reference or reference:MUTATION, got \"" + text + "\"");
    }
    auto mutation = text.substr(mutated.size());
    require_mutation(mutation);
    return {true, std::move(mutation)};
}

HANDLE Wsk::device() {
    if (device_) {
        return device_.get();
    }
    const auto path = L"\\\\.\\" + device_name_;
    const auto opened =
        CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    nullptr, OPEN_EXISTING, 0, nullptr);
    if (opened == INVALID_HANDLE_VALUE) {
        throw Inconclusive("the probe driver cannot be opened: error " +
                           std::to_string(GetLastError()));
    }
    device_.reset(opened);
    WskProbeProvider provider{};
    provider.provider = provider_.reference ? wsk_probe_reference : wsk_probe_system;
    std::copy(provider_.mutation.begin(), provider_.mutation.end(), provider.mutation);
    DWORD size = 0;
    if (!DeviceIoControl(opened, WSK_PROBE_SELECT_PROVIDER, &provider, sizeof provider, nullptr, 0,
                         &size, nullptr)) {
        const auto error = GetLastError();
        if (error == ERROR_FILE_NOT_FOUND) {
            throw InputError("the driver's reference has no mutation " + provider_.mutation);
        }
        throw Inconclusive("the probe driver takes no provider: error " + std::to_string(error));
    }
    return opened;
}

template <typename Output, typename Input>
Output Wsk::ask(DWORD code, const Input& input, std::string_view what) {
    Output output{};
    DWORD size = 0;
    auto copy = input;
    if (!DeviceIoControl(device(), code, &copy, sizeof copy, &output, sizeof output, &size,
                         nullptr) ||
        size != sizeof output) {
        throw Inconclusive("the probe driver did not get through " + std::string(what) +
                           ": error " + std::to_string(GetLastError()));
    }
    return output;
}

WskProbeDescription Wsk::describe_driver() {
    return ask<WskProbeDescription>(WSK_PROBE_DESCRIBE, WskProbeDescription{}, "describing itself");
}

WskResult Wsk::socket(int family, int type, int protocol, WskKind kind) {
    constexpr std::string_view name = "WskSocket";
    const WskProbeOpen asked{static_cast<unsigned>(family), static_cast<unsigned>(type),
                             static_cast<unsigned>(protocol), static_cast<unsigned>(kind)};
    device();
    auto in_flight =
        recorder_.begin(name, {number("AddressFamily", asked.family, ArgumentKind::family),
                               number("SocketType", asked.type, ArgumentKind::socket_type),
                               number("Protocol", asked.protocol, ArgumentKind::protocol),
                               number("Flags", asked.flags)});
    const auto answer = ask<WskProbeSocket>(WSK_PROBE_OPEN, asked, name);
    const auto result = result_of(name, answer.outcome, answer.socket);
    finish(in_flight, result);
    return result;
}

WskProbeSocket Wsk::step(DWORD code, std::string_view function, std::uint32_t socket,
                         const Address* address) {
    WskProbeStep asked{};
    asked.socket = socket;
    asked.wait = timeout;
    if (address != nullptr) {
        asked.address = probe_address(*address);
    }
    auto in_flight = recorder_.begin(function, {socket_argument(socket)});
    const auto answer = ask<WskProbeSocket>(code, asked, function);
    finish(in_flight, result_of(function, answer.outcome, answer.socket));
    return answer;
}

WskResult Wsk::bind(std::uint32_t socket, const Address& address) {
    return result_of("WskBind", step(WSK_PROBE_BIND, "WskBind", socket, &address).outcome, 0);
}

WskResult Wsk::connect(std::uint32_t socket, const Address& address) {
    return result_of("WskConnect", step(WSK_PROBE_CONNECT, "WskConnect", socket, &address).outcome,
                     0);
}

WskResult Wsk::accept(std::uint32_t socket) {
    const auto answer = step(WSK_PROBE_ACCEPT, "WskAccept", socket, nullptr);
    return result_of("WskAccept", answer.outcome, answer.socket);
}

WskResult Wsk::local_address(std::uint32_t socket, Address& address) {
    const auto answer = step(WSK_PROBE_LOCAL_ADDRESS, "WskGetLocalAddress", socket, nullptr);
    const auto size =
        std::min<std::size_t>(answer.address.size, static_cast<std::size_t>(address.size()));
    std::memcpy(address.data(), answer.address.bytes, size);
    return result_of("WskGetLocalAddress", answer.outcome, 0);
}

WskOptionResult Wsk::control(std::uint32_t socket, const WskControlArguments& arguments) {
    constexpr std::string_view name = "WskControlSocket";
    WskProbeControl asked{};
    asked.socket = socket;
    asked.wait = timeout;
    asked.request_type = static_cast<unsigned>(arguments.request);
    asked.control_code = arguments.control_code;
    asked.level = arguments.level;
    const std::span<const unsigned char> input_given =
        arguments.input_bytes.empty()
            ? std::span(reinterpret_cast<const unsigned char*>(&arguments.input),
                        sizeof arguments.input)
            : std::span(arguments.input_bytes);
    const auto input_size = arguments.input_bytes.empty()
                                ? arguments.input_size
                                : static_cast<std::uint32_t>(arguments.input_bytes.size());
    asked.given = (input_size != 0 ? wsk_probe_input_buffer : 0) |
                  (arguments.output_size != 0 ? wsk_probe_output_buffer : 0) |
                  (arguments.with_irp ? wsk_probe_irp : 0);
    asked.input_size = input_size;
    asked.output_size = arguments.output_size;
    std::ranges::copy(input_given, asked.input);
    std::fill(std::begin(asked.output), std::end(asked.output), WskOptionResult::beyond);
    std::memcpy(asked.output, &arguments.output_before, sizeof arguments.output_before);

    // The buffers that the record shows, in its own memory: the driver has copies.
    std::vector<unsigned char> input(
        asked.input, asked.input + std::min<std::size_t>(input_size, sizeof asked.input));
    std::vector<unsigned char> output(
        asked.output,
        asked.output + std::min<std::size_t>(arguments.output_size, sizeof asked.output));
    const Argument recorded[] = {
        socket_argument(socket),
        number("RequestType", asked.request_type, ArgumentKind::wsk_request),
        // Before the option, which it gives its name.
        number("Level", asked.level, ArgumentKind::level),
        number("ControlCode", asked.control_code,
               arguments.request == WskControlArguments::Request::ioctl ? ArgumentKind::ioctl
                                                                        : ArgumentKind::option),
        number("InputSize", asked.input_size),
        number("OutputSize", asked.output_size),
        number("Irp", arguments.with_irp ? 1 : 0, ArgumentKind::given),
    };
    const FlightRecorder::Buffer buffers[] = {{"InputBuffer", input}, {"OutputBuffer", output}};
    device();
    auto in_flight = recorder_.begin(name, recorded, buffers);
    const auto answer = ask<WskProbeControlled>(WSK_PROBE_CONTROL, asked, name);
    std::memcpy(output.data(), answer.output, output.size());
    WskOptionResult result;
    result.call = result_of(name, answer.outcome, answer.outcome.information);
    result.bytes.assign(std::begin(answer.output), std::end(answer.output));
    result.output_size_returned = answer.output_size_returned;
    finish(in_flight, result.call);
    return result;
}

WskResult Wsk::close(std::uint32_t socket) {
    return result_of("WskCloseSocket",
                     step(WSK_PROBE_CLOSE, "WskCloseSocket", socket, nullptr).outcome, 0);
}

}  // namespace conformance
