#include "winsock/base_provider.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "model/inconclusive.hpp"
#include "base/utf8.hpp"
#include "model/winsock_error.hpp"
#include "winsock/upcalls.hpp"

namespace conformance {

namespace {

using Argument = FlightRecorder::Argument;
using Buffer = FlightRecorder::Buffer;

std::vector<WSAPROTOCOL_INFOW> catalogue(const FunctionTable& functions) {
    if (functions.WSCEnumProtocols == nullptr || functions.WSCGetProviderPath == nullptr) {
        throw Inconclusive(
            "no WSPStartup: the provider exports no WSCEnumProtocols and "
            "WSCGetProviderPath, by which a base provider is found");
    }
    DWORD size = 0;
    int error = 0;
    functions.WSCEnumProtocols(nullptr, nullptr, &size, &error);
    std::vector<WSAPROTOCOL_INFOW> entries(size / sizeof(WSAPROTOCOL_INFOW) + 1);
    size = static_cast<DWORD>(entries.size() * sizeof(WSAPROTOCOL_INFOW));
    const int count = functions.WSCEnumProtocols(nullptr, entries.data(), &size, &error);
    if (count < 0) {
        throw Inconclusive("no WSPStartup: WSCEnumProtocols answered " + describe_error(error));
    }
    entries.resize(static_cast<std::size_t>(count));
    return entries;
}

std::string name_of(const WSAPROTOCOL_INFOW& protocol) {
    const std::wstring_view wide(protocol.szProtocol);
    return utf8_from_utf16(std::u16string(wide.begin(), wide.end()));
}

/// The DLL's path, with the variables replaced that the catalogue has in it.
std::filesystem::path dll_of(const FunctionTable& functions, WSAPROTOCOL_INFOW protocol) {
    std::array<wchar_t, MAX_PATH> path{};
    int length = static_cast<int>(path.size());
    int error = 0;
    const int result =
        functions.WSCGetProviderPath(&protocol.ProviderId, path.data(), &length, &error);
    if (result != 0 || path.front() == L'\0') {
        throw Inconclusive("no WSPStartup: the catalogue has no path for \"" + name_of(protocol) +
                           "\": WSCGetProviderPath answered " +
                           (result == 0 ? "0 and wrote nothing" : describe_error(error)));
    }
    std::array<wchar_t, 32768> expanded{};
    ExpandEnvironmentStringsW(path.data(), expanded.data(), static_cast<DWORD>(expanded.size()));
    const std::filesystem::path dll(expanded.data());
    if (!dll.is_absolute()) {
        throw Inconclusive("no WSPStartup: the catalogue's path is not a whole one: " +
                           utf8_from_path(dll));
    }
    return dll;
}

}  // namespace

BaseProviderEntry find_base_provider(const FunctionTable& functions, Family family, int type) {
    const auto entries = catalogue(functions);
    const int over = type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP;
    // A chain of one is a base protocol. Installable-file-system handles are real handles, which
    // need no part of ws2_32.dll to be used.
    const auto found = std::ranges::find_if(entries, [&](const WSAPROTOCOL_INFOW& protocol) {
        return protocol.ProtocolChain.ChainLen == BASE_PROTOCOL &&
               protocol.iAddressFamily == address_family(family) && protocol.iSocketType == type &&
               protocol.iProtocol == over && (protocol.dwServiceFlags1 & XP1_IFS_HANDLES) != 0;
    });
    if (found == entries.end()) {
        throw Inconclusive(std::string("no WSPStartup: the catalogue has no base provider for ") +
                           (type == SOCK_STREAM ? "TCP" : "UDP") + " over " + to_text(family));
    }
    BaseProviderEntry entry{*found, dll_of(functions, *found), nullptr};
    const auto module = LoadLibraryExW(entry.dll.c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (module == nullptr) {
        throw Inconclusive("no WSPStartup: " + utf8_from_path(entry.dll) +
                           " cannot be loaded: error " + std::to_string(GetLastError()));
    }
    entry.startup = reinterpret_cast<LPWSPSTARTUP>(
        reinterpret_cast<void (*)()>(GetProcAddress(module, "WSPStartup")));
    if (entry.startup == nullptr) {
        throw Inconclusive(utf8_from_path(entry.dll) + " exports no WSPStartup");
    }
    return entry;
}

template <typename Function, typename Enter>
CallResult BaseProvider::record(std::string_view name, Function function,
                                std::span<const Argument> arguments,
                                std::span<const Buffer> buffers, Enter enter) {
    if (function == nullptr) {
        throw Inconclusive("the base provider's table has no " + std::string(name));
    }
    error_ = 0;
    functions_.WSASetLastError(0);
    auto in_flight = recorder_.begin(name, arguments, buffers);
    const auto returned = enter(function);
    const auto value = static_cast<std::int64_t>(
        static_cast<std::make_signed_t<decltype(enter(function))>>(returned));
    const bool failed = value == SOCKET_ERROR;
    in_flight.finish(value, failed, error_);
    return {name, value, failed, failed ? error_ : 0};
}

BaseProvider::BaseProvider(const FunctionTable& functions, FlightRecorder& recorder, Family family,
                           int type)
    : functions_(functions), recorder_(recorder) {
    auto entry = find_base_provider(functions, family, type);
    protocol_ = entry.protocol;
    WSPDATA data{};
    const std::array arguments{Argument{"wVersionRequested", MAKEWORD(2, 2)}};
    auto in_flight = recorder_.begin("WSPStartup", arguments);
    // WSPStartup returns its error instead of handing it out.
    const int error =
        entry.startup(MAKEWORD(2, 2), &data, &protocol_, upcall_table(), &procedures_);
    in_flight.finish(error, error != 0, error);
    if (error != 0) {
        throw Inconclusive("WSPStartup of " + utf8_from_path(entry.dll) + " answered " +
                           describe_error(error));
    }
}

BaseProvider::~BaseProvider() {
    if (procedures_.lpWSPCleanup != nullptr) {
        procedures_.lpWSPCleanup(&error_);
    }
}

CallResult BaseProvider::socket(DWORD flags) {
    const std::array arguments{
        Argument{"af", static_cast<std::uint64_t>(protocol_.iAddressFamily), ArgumentKind::family},
        Argument{"type", static_cast<std::uint64_t>(protocol_.iSocketType),
                 ArgumentKind::socket_type},
        Argument{"protocol", static_cast<std::uint64_t>(protocol_.iProtocol),
                 ArgumentKind::protocol},
        Argument{"dwFlags", flags}};
    return record("WSPSocket", procedures_.lpWSPSocket, arguments, {}, [&](auto function) {
        return function(protocol_.iAddressFamily, protocol_.iSocketType, protocol_.iProtocol,
                        &protocol_, 0, flags, &error_);
    });
}

CallResult BaseProvider::closesocket(SOCKET s) {
    const std::array arguments{Argument{"s", static_cast<std::uint64_t>(s), ArgumentKind::handle}};
    return record("WSPCloseSocket", procedures_.lpWSPCloseSocket, arguments, {},
                  [&](auto function) { return function(s, &error_); });
}

CallResult BaseProvider::set(SOCKET s, const Option<Truth>& option, std::uint32_t value) {
    const std::array arguments{
        Argument{"s", static_cast<std::uint64_t>(s), ArgumentKind::handle},
        Argument{"level", static_cast<std::uint64_t>(option.level), ArgumentKind::level},
        Argument{"optname", static_cast<std::uint64_t>(option.name), ArgumentKind::option}};
    const auto* bytes = reinterpret_cast<const unsigned char*>(&value);
    const std::array buffers{Buffer{"optval", {bytes, sizeof value}}};
    return record("WSPSetSockOpt", procedures_.lpWSPSetSockOpt, arguments, buffers,
                  [&](auto function) {
                      return function(s, option.level, option.name,
                                      reinterpret_cast<const char*>(&value), sizeof value, &error_);
                  });
}

OptionResult BaseProvider::get(SOCKET s, const Option<Truth>& option) {
    OptionResult result{{}, std::vector<unsigned char>(sizeof(DWORD)), sizeof(DWORD), false};
    const auto mark = OptionResult::unwritten;
    std::memcpy(result.bytes.data(), &mark, sizeof mark);
    const std::array arguments{
        Argument{"s", static_cast<std::uint64_t>(s), ArgumentKind::handle},
        Argument{"level", static_cast<std::uint64_t>(option.level), ArgumentKind::level},
        Argument{"optname", static_cast<std::uint64_t>(option.name), ArgumentKind::option}};
    const std::array buffers{Buffer{"optval", result.bytes}};
    result.call = record(
        "WSPGetSockOpt", procedures_.lpWSPGetSockOpt, arguments, buffers, [&](auto function) {
            return function(s, option.level, option.name,
                            reinterpret_cast<char*>(result.bytes.data()), &result.length, &error_);
        });
    result.nothing_written = !result.call.failed && result.dword() == mark;
    return result;
}

CallResult BaseProvider::ioctl(SOCKET s, const IoctlArguments& given, WSATHREADID* thread) {
    std::array<Argument, 11> arguments;
    std::ranges::copy(given.recorded_arguments(s), arguments.begin());
    arguments[9] = {"lpThreadId",
                    static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(thread)),
                    ArgumentKind::pointer};
    arguments[10] = {"lpErrno",
                     static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(&error_)),
                     ArgumentKind::pointer};
    std::array<Buffer, 5> buffers;
    std::ranges::copy(given.recorded_buffers(), buffers.begin());
    buffers[4] = {"lpErrno", {reinterpret_cast<const unsigned char*>(&error_), sizeof error_}};
    const auto result =
        record("WSPIoctl", procedures_.lpWSPIoctl, arguments, buffers, [&](auto function) {
            return function(s, given.code, const_cast<void*>(given.input), given.input_size,
                            given.output, given.output_size, given.bytes_returned, given.overlapped,
                            given.routine, thread, &error_);
        });
    auto in_flight = recorder_.begin("WSAGetLastError", {});
    in_flight.finish(functions_.WSAGetLastError(), false, 0);
    return result;
}

}  // namespace conformance
