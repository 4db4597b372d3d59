#include "facts/registry.hpp"

#include <array>
#include <cstring>
#include <utility>

#include "facts/architecture.hpp"
#include "base/utf8.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

namespace {

struct RawValue {
    DWORD type = REG_NONE;
    std::vector<unsigned char> bytes;
};

struct ReadValue {
    LSTATUS status = ERROR_SUCCESS;
    RawValue value;
};

ReadValue read_value(const wchar_t* key, const wchar_t* name) {
    HKEY opened = nullptr;
    // The 64-bit view, also from a 32-bit program: there is one Tcpip service. Where there is one
    // view only, Windows 2000 does not take the flag.
    static const bool has_two_views = architecture().native != architecture().process;
    auto status = RegOpenKeyExW(HKEY_LOCAL_MACHINE, key, 0,
                                KEY_QUERY_VALUE | (has_two_views ? KEY_WOW64_64KEY : 0), &opened);
    if (status != ERROR_SUCCESS) {
        return {status, {}};
    }
    RawValue value;
    DWORD size = 0;
    status = RegQueryValueExW(opened, name, nullptr, &value.type, nullptr, &size);
    if (status == ERROR_SUCCESS) {
        value.bytes.resize(size);
        status = RegQueryValueExW(opened, name, nullptr, &value.type, value.bytes.data(), &size);
        value.bytes.resize(size);
    }
    RegCloseKey(opened);
    return {status, std::move(value)};
}

std::string type_name(DWORD type) {
    static constexpr std::array<const char*, 12> names{"REG_NONE",
                                                       "REG_SZ",
                                                       "REG_EXPAND_SZ",
                                                       "REG_BINARY",
                                                       "REG_DWORD",
                                                       "REG_DWORD_BIG_ENDIAN",
                                                       "REG_LINK",
                                                       "REG_MULTI_SZ",
                                                       "REG_RESOURCE_LIST",
                                                       "REG_FULL_RESOURCE_DESCRIPTOR",
                                                       "REG_RESOURCE_REQUIREMENTS_LIST",
                                                       "REG_QWORD"};
    return type < names.size() ? names[type] : "type " + std::to_string(type);
}

std::string narrow(const wchar_t* text) {
    const std::wstring_view wide(text);
    return utf8_from_utf16(std::u16string(wide.begin(), wide.end()));
}

}  // namespace

RegistryValue read_registry_dword(const wchar_t* key, const wchar_t* name) {
    RegistryValue result{narrow(name), false, {}, {}};
    const auto [status, value] = read_value(key, name);
    if (status == ERROR_FILE_NOT_FOUND) {
        return result;
    }
    result.present = true;
    if (status != ERROR_SUCCESS) {
        result.type = "unreadable (error " + std::to_string(status) + ")";
    } else if (value.type == REG_DWORD && value.bytes.size() == sizeof(DWORD)) {
        result.type = type_name(value.type);
        std::uint32_t number = 0;
        std::memcpy(&number, value.bytes.data(), sizeof number);
        result.value = number;
    } else {
        result.type =
            type_name(value.type) + " of " + std::to_string(value.bytes.size()) + " bytes";
    }
    return result;
}

std::optional<std::string> read_registry_text(const wchar_t* key, const wchar_t* name) {
    const auto [status, value] = read_value(key, name);
    if (status != ERROR_SUCCESS || (value.type != REG_SZ && value.type != REG_EXPAND_SZ)) {
        return std::nullopt;
    }
    std::u16string text(value.bytes.size() / 2, u'\0');
    std::memcpy(text.data(), value.bytes.data(), text.size() * 2);
    while (text.ends_with(u'\0')) {
        text.pop_back();
    }
    return utf8_from_utf16(text);
}

std::vector<RegistryValue> keepalive_registry_values() {
    constexpr auto key = L"SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
    std::vector<RegistryValue> values;
    for (const auto* name : {L"KeepAliveTime", L"KeepAliveInterval", L"TcpMaxDataRetransmissions",
                             L"PPTPTcpMaxDataRetransmissions"}) {
        values.push_back(read_registry_dword(key, name));
    }
    return values;
}

}  // namespace conformance
