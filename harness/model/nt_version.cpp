#include "model/nt_version.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <vector>

namespace conformance {

std::string to_string(const NtVersion& version) {
    auto text = std::to_string(version.major) + "." + std::to_string(version.minor);
    if (version.build != 0) {
        text += "." + std::to_string(version.build);
    }
    return text;
}

std::optional<NtVersion> nt_version_from(std::string_view text) {
    std::vector<std::uint32_t> numbers;
    for (const char* at = text.data(); at <= text.data() + text.size();) {
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(at, text.data() + text.size(), number);
        if (error != std::errc{}) {
            return std::nullopt;
        }
        numbers.push_back(number);
        if (end == text.data() + text.size()) {
            break;
        }
        if (*end != '.') {
            return std::nullopt;
        }
        at = end + 1;
    }
    if (numbers.size() < 2 || numbers.size() > 3) {
        return std::nullopt;
    }
    return NtVersion{numbers[0], numbers[1], numbers.size() == 3 ? numbers[2] : 0};
}

bool VersionRange::contains(const NtVersion& version) const noexcept {
    if (from && version < *from) {
        return false;
    }
    if (!until) {
        return true;
    }
    auto last = *until;
    if (last.build == 0) {
        last.build = version.build;
    }
    return version <= last;
}

std::string to_string(const VersionRange& range) {
    if (!range.from && !range.until) {
        return "every version";
    }
    std::string text;
    if (range.from) {
        text = "from " + to_string(*range.from);
    }
    if (range.until) {
        text += (text.empty() ? "until " : " until ") + to_string(*range.until);
    }
    return text;
}

std::string with_products(const NtVersion& version) {
    struct Products {
        NtVersion last;
        std::string_view names;
    };
    // The first product, of each of the two lines, whose build is not below. From the public tables
    // of versions.
    static constexpr std::array<Products, 22> all{{
        {{5, 0, UINT32_MAX}, "Windows 2000"},
        {{5, 1, UINT32_MAX}, "Windows XP"},
        {{5, 2, UINT32_MAX}, "Windows XP x64, Server 2003"},
        {{6, 0, UINT32_MAX}, "Windows Vista, Server 2008"},
        {{6, 1, UINT32_MAX}, "Windows 7, Server 2008 R2"},
        {{6, 2, UINT32_MAX}, "Windows 8, Server 2012"},
        {{6, 3, UINT32_MAX}, "Windows 8.1, Server 2012 R2"},
        {{10, 0, 10240}, "Windows 10 1507, Server 2016"},
        {{10, 0, 14393}, "Windows 10 1607, Server 2016"},
        {{10, 0, 15063}, "Windows 10 1703, Server 2019"},
        {{10, 0, 16299}, "Windows 10 1709, Server 2019"},
        {{10, 0, 17134}, "Windows 10 1803, Server 2019"},
        {{10, 0, 17763}, "Windows 10 1809, Server 2019"},
        {{10, 0, 18362}, "Windows 10 1903, Server 2022"},
        {{10, 0, 18363}, "Windows 10 1909, Server 2022"},
        {{10, 0, 19041}, "Windows 10 2004, Server 2022"},
        {{10, 0, 19043}, "Windows 10 21H1, Server 2022"},
        {{10, 0, 20348}, "Windows 11 21H2, Server 2022"},
        {{10, 0, 22000}, "Windows 11 21H2, Server 2025"},
        {{10, 0, 22621}, "Windows 11 22H2, Server 2025"},
        {{10, 0, 22631}, "Windows 11 23H2, Server 2025"},
        {{10, 0, 26100}, "Windows 11 24H2, Server 2025"},
    }};
    const auto found = std::ranges::find_if(
        all, [&](const Products& products) { return version <= products.last; });
    const bool is_known = found != all.end() && version.major == found->last.major;
    return is_known ? std::string(found->names) + " (" + to_string(version) + ")"
                    : to_string(version);
}

std::string with_products(const VersionRange& range) {
    if (!range.from && !range.until) {
        return "every version";
    }
    std::string text;
    if (range.from) {
        text = "from " + with_products(*range.from);
    }
    if (range.until) {
        text += (text.empty() ? "until " : " until ") + with_products(*range.until);
    }
    return text;
}

std::string product_name(const NtVersion& version, bool server) {
    struct Product {
        NtVersion from;
        std::string_view client;
        std::string_view server;
    };
    static constexpr std::array<Product, 14> products{{
        {{5, 0, 0}, "Windows 2000 Professional", "Windows 2000 Server"},
        {{5, 1, 0}, "Windows XP", "Windows XP"},
        {{5, 2, 0}, "Windows XP x64", "Windows Server 2003"},
        {{6, 0, 0}, "Windows Vista", "Windows Server 2008"},
        {{6, 1, 0}, "Windows 7", "Windows Server 2008 R2"},
        {{6, 2, 0}, "Windows 8", "Windows Server 2012"},
        {{6, 3, 0}, "Windows 8.1", "Windows Server 2012 R2"},
        {{10, 0, 0}, "Windows 10", "Windows Server 2016"},
        {{10, 0, 16299}, "Windows 10", "Windows Server"},
        {{10, 0, 17763}, "Windows 10", "Windows Server 2019"},
        {{10, 0, 17764}, "Windows 10", "Windows Server"},
        {{10, 0, 20348}, "Windows 10", "Windows Server 2022"},
        {{10, 0, 22000}, "Windows 11", "Windows Server"},
        {{10, 0, 26100}, "Windows 11", "Windows Server 2025"},
    }};
    std::string name = "Windows";
    for (const auto& product : products) {
        if (version >= product.from) {
            name = server ? product.server : product.client;
        }
    }
    return name;
}

}  // namespace conformance
