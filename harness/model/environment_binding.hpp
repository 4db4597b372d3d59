#pragma once

#include "model/environment.hpp"
#include "model/json_binding.hpp"

namespace conformance::binding {

// A report's environment and capabilities: the members of each type, in the order of
// reports/schema/report.schema.json.

inline constexpr Member nt_version_members[] = {
    {"major", value<&NtVersion::major>},
    {"minor", value<&NtVersion::minor>},
};
inline constexpr ObjectType nt_version_type{nt_version_members};

/// A report has the build beside the version; the version in memory includes it.
struct OsBuild {
    static Target target(void* os) { return {&static_cast<OperatingSystem*>(os)->version.build}; }
    static std::optional<Json> write(const void* os) {
        return Json(static_cast<const OperatingSystem*>(os)->version.build);
    }
};

inline constexpr Member os_members[] = {
    {"product", value<&OperatingSystem::product>},
    {"edition", value<&OperatingSystem::edition>},
    {"nt_version", object<&OperatingSystem::version, nt_version_type>},
    {"build", access<OsBuild>},
    {"ubr", value<&OperatingSystem::ubr>},
    {"display_version", value<&OperatingSystem::display_version>},
    {"server", value<&OperatingSystem::server>},
    {"wine_version", value<&OperatingSystem::wine_version>},
    {"reactos_version", value<&OperatingSystem::reactos_version>},
};
inline constexpr ObjectType os_type{os_members};

inline constexpr Member architecture_members[] = {
    {"native", value<&Architecture::native>},
    {"process", value<&Architecture::process>},
    {"emulated", value<&Architecture::emulated>},
};
inline constexpr ObjectType architecture_type{architecture_members};

inline constexpr Member provider_members[] = {
    {"path", value<&Provider::path>},
    {"version", value<&Provider::version>},
    {"sha256", value<&Provider::sha256>},
};
inline constexpr ObjectType provider_type{provider_members};

inline constexpr Member winsock_kernel_members[] = {
    {"driver", value<&WinsockKernel::driver>},
    {"sha256", value<&WinsockKernel::sha256>},
    {"npi_version", value<&WinsockKernel::npi_version>},
    {"provider", value<&WinsockKernel::provider>},
};
inline constexpr ObjectType winsock_kernel_type{winsock_kernel_members};

inline constexpr Member catalogue_members[] = {
    {"name", value<&CatalogueEntry::name>},
    {"address_family", value<&CatalogueEntry::address_family>},
    {"socket_type", value<&CatalogueEntry::socket_type>},
    {"protocol", value<&CatalogueEntry::protocol>},
    {"service_flags", value<&CatalogueEntry::service_flags>},
    {"chain_length", value<&CatalogueEntry::chain_length>},
};
inline constexpr ObjectType catalogue_type{catalogue_members};

inline constexpr Member registry_members[] = {
    {"name", value<&RegistryValue::name>},
    {"present", value<&RegistryValue::present>},
    {"type", value<&RegistryValue::type>},
    {"value", value<&RegistryValue::value>},
};
inline constexpr ObjectType registry_type{registry_members};

inline constexpr Member environment_members[] = {
    {"os", object<&Environment::os, os_type>},
    {"architecture", object<&Environment::architecture, architecture_type>},
    {"elevated", value<&Environment::elevated>},
    {"provider", object<&Environment::provider, provider_type>},
    {"winsock_kernel", new_object<&Environment::winsock_kernel, winsock_kernel_type>},
    {"winsock_catalogue", objects<&Environment::catalogue, catalogue_type>},
    {"registry", objects<&Environment::registry, registry_type>},
    {"ipv4_loopback", value<&Environment::ipv4_loopback>},
    {"ipv6_loopback", value<&Environment::ipv6_loopback>},
    {"timer_resolution_us", value<&Environment::timer_resolution_us>},
    {"ci_image", value<&Environment::ci_image>},
};
inline constexpr ObjectType environment_type{environment_members};

inline constexpr Member capability_members[] = {
    {"name", value<&Capability::name>},
    {"available", value<&Capability::available>},
    {"reason", value<&Capability::reason>},
};
inline constexpr ObjectType capability_type{capability_members};

}  // namespace conformance::binding
