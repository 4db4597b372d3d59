#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_forward.hpp"
#include "model/nt_version.hpp"

namespace conformance {

/// The operating system, as it reports itself.
struct OperatingSystem {
    std::string product;
    std::string edition;
    NtVersion version;
    /// The update build revision, the last part of 10.0.19045.3448.
    std::optional<std::uint32_t> ubr;
    /// "22H2"; empty when the system has no such name.
    std::string display_version;
    bool server = false;
    /// The version of Wine, such as "8.0"; nothing on Windows.
    std::optional<std::string> wine_version;
    /// The version of ReactOS, such as "0.4.16"; nothing elsewhere.
    std::optional<std::string> reactos_version;
};

/// The architectures of the machine and of the program, and whether the machine emulates the
/// program's.
struct Architecture {
    std::string native;
    std::string process;
    bool emulated = false;

    /// "x64", or "x86 on x64" when the two differ.
    std::string name() const;
};

/// A registry value: absent, present, or present with another type than documented.
struct RegistryValue {
    std::string name;
    bool present = false;
    /// The name of the type, "REG_DWORD" when it is the documented one; empty when absent.
    std::string type;
    std::optional<std::uint32_t> value;
};

/// The DLL under test.
struct Provider {
    std::string path;
    std::string version;
    std::string sha256;
};

/// The driver that calls Winsock Kernel, and the provider that answers.
struct WinsockKernel {
    std::string driver;
    std::string sha256;
    /// The version of the system's provider: "1.0".
    std::string npi_version;
    /// "system", or "reference" with its mutation.
    std::string provider;
};

/// One entry of the Winsock catalogue, from WSAEnumProtocolsW.
struct CatalogueEntry {
    std::string name;
    int address_family = 0;
    int socket_type = 0;
    int protocol = 0;
    std::uint32_t service_flags = 0;
    int chain_length = 0;
};

/// The first words of the reason when a capability was not tested because no row needs it.
inline constexpr std::string_view not_tried = "not tried: ";

/// A capability of this machine, or the reason why it is missing.
struct Capability {
    std::string name;
    bool available = false;
    std::string reason;
};

/// Everything about the machine that is needed to judge a row later, without the machine.
struct Environment {
    OperatingSystem os;
    Architecture architecture;
    bool elevated = false;
    Provider provider;
    /// Nothing when no row of the run needed the driver, or it could not be loaded.
    std::optional<WinsockKernel> winsock_kernel;
    std::vector<CatalogueEntry> catalogue;
    std::vector<RegistryValue> registry;
    bool ipv4_loopback = false;
    bool ipv6_loopback = false;
    /// The period of the system's clock interrupt, in microseconds.
    double timer_resolution_us = 0;
    /// The image of a hosted CI runner, such as "win22 20240603.1.0"; empty elsewhere.
    std::string ci_image;
};

/// Whether the provider is the system's own ws2_32.dll.
bool is_system_provider(const Environment& environment);

/// The file name of the provider in lower case: "my_ws2_32.dll".
std::string provider_file_name(const Environment& environment);

void to_json(Json& json, const Environment& environment);
void from_json(const Json& json, Environment& environment);
void to_json(Json& json, const Capability& capability);
void from_json(const Json& json, Capability& capability);

}  // namespace conformance
