#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace conformance {

/// A version of Windows NT as RtlGetVersion reports it: 5.0 is 2000, 5.1 XP, 5.2 Server 2003, 6.0
/// Vista, 10.0.BUILD Windows 10 and 11.
struct NtVersion {
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::uint32_t build = 0;

    auto operator<=>(const NtVersion&) const = default;
};

/// "10.0.19045", or "6.0" without a build.
std::string to_string(const NtVersion& version);

/// Reads "6.0" or "10.0.16299"; nothing when the text is not a version.
std::optional<NtVersion> nt_version_from(std::string_view text);

/// The versions to which a requirement or a row applies, including both ends. An end without a
/// build means every build of that version.
struct VersionRange {
    std::optional<NtVersion> from;
    std::optional<NtVersion> until;

    bool contains(const NtVersion& version) const noexcept;

    bool operator==(const VersionRange&) const = default;
};

/// "from 6.0", "until 5.2", "from 5.1 until 5.2" or "every version".
std::string to_string(const VersionRange& range);

/// The first products with that version, then its number: "Windows 10 1709, Server 2019
/// (10.0.16299)". A build between two releases has the name of the later one.
std::string with_products(const NtVersion& version);
/// The same for a range: "from Windows Vista, Server 2008 (6.0)".
std::string with_products(const VersionRange& range);

/// Microsoft's product name for that version, such as "Windows Server 2003", or "Windows". From the
/// published tables of versions; ProductName in the registry calls Windows 11 "Windows 10".
std::string product_name(const NtVersion& version, bool server);

}  // namespace conformance
