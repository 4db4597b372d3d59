#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_forward.hpp"
#include "model/nt_version.hpp"

namespace conformance {

/// What the system says that it is.
struct OperatingSystem {
    std::string product;
    std::string edition;
    NtVersion version;
    /// The update build revision, the last part of 10.0.19045.3448.
    std::optional<std::uint32_t> ubr;
    /// "22H2", where the system has such a name.
    std::string display_version;
    bool server = false;
    /// The version of Wine, such as "8.0"; nothing on Windows.
    std::optional<std::string> wine_version;
    /// The version of ReactOS, such as "0.4.16"; nothing elsewhere.
    std::optional<std::string> reactos_version;
};

/// The machine's own architecture, the program's, and whether the one emulates the other.
struct Architecture {
    std::string native;
    std::string process;
    bool emulated = false;

    /// "x64", or "x86 on x64" where the program is not of the machine's own.
    std::string name() const;
};

/// A value of the registry: absent, present, or present with a type that is not the documented one.
struct RegistryValue {
    std::string name;
    bool present = false;
    /// The type's name, "REG_DWORD" where it is the documented one; empty when absent.
    std::string type;
    std::optional<std::uint32_t> value;
};

/// The DLL whose Winsock is tested.
struct Provider {
    std::string path;
    std::string version;
    std::string sha256;
};

/// The driver by which Winsock Kernel is tested, and the provider that answers its calls.
struct WinsockKernel {
    std::string driver;
    std::string sha256;
    /// Of the system's provider: "1.0".
    std::string npi_version;
    /// "system", or "reference" and the mutation that it was given.
    std::string provider;
};

/// One entry of the Winsock catalogue, as WSAEnumProtocolsW gives it.
struct CatalogueEntry {
    std::string name;
    int address_family = 0;
    int socket_type = 0;
    int protocol = 0;
    std::uint32_t service_flags = 0;
    int chain_length = 0;
};

/// Begins the reason of a capability that was not looked for, because no row needs it.
inline constexpr std::string_view not_tried = "not tried: ";

/// One thing that the machine lets the suite do, or the reason why not.
struct Capability {
    std::string name;
    bool available = false;
    std::string reason;
};

/// What a row needs to know of the world to be judged later, without this machine.
struct Environment {
    OperatingSystem os;
    Architecture architecture;
    bool elevated = false;
    Provider provider;
    /// Nothing, when no row of the run needed the driver, or it could not be loaded.
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

/// The name of the provider's file, in lower case: "my_ws2_32.dll".
std::string provider_file_name(const Environment& environment);

void to_json(Json& json, const Environment& environment);
void from_json(const Json& json, Environment& environment);
void to_json(Json& json, const Capability& capability);
void from_json(const Json& json, Capability& capability);

}  // namespace conformance
