#include "model/nt_version.hpp"

#include <array>
#include <charconv>
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
