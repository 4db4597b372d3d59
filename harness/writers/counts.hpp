#pragma once

#include <string>

namespace conformance {

/// "12 pass, 3 fail", from a map of counts.
template <typename Counts>
std::string counts_text(const Counts& counts) {
    std::string text;
    for (const auto& [what, count] : counts) {
        text +=
            (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(to_string(what));
    }
    return text;
}

}  // namespace conformance
