#pragma once

#include <optional>
#include <string>

#include "base/json.hpp"
#include "model/nt_version.hpp"

namespace conformance {

/// An optional member with the text of an NT version. Throws InputError, which names `where` and
/// the member.
inline std::optional<NtVersion> version_member(const Json& object, const char* member,
                                               const std::string& where) {
    if (!object.contains(member)) {
        return std::nullopt;
    }
    const auto version = nt_version_from(required<std::string>(object, member, where));
    if (!version) {
        throw InputError(where + ": " + member + ": expected an NT version such as 10.0.16299");
    }
    return version;
}

}  // namespace conformance
