#include "model/suggestion.hpp"

#include <algorithm>
#include <cstddef>

namespace conformance {

namespace {

std::size_t distance(std::string_view one, std::string_view other) {
    // Rows of the table: of the last two characters of `one`, and of the one at hand.
    std::vector<std::size_t> before_last(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> current(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= one.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t differs = one[i - 1] == other[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + differs});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                current[j] = std::min(current[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last[other.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 200;
    if (word.size() > longest) {
        return {};
    }
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    std::string best;
    for (const auto& candidate : candidates) {
        const auto apart = distance(word, candidate);
        if (apart < least) {
            least = apart;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const auto best = nearest(word, candidates);
    return best.empty() ? best : "; did you mean \"" + best + "\"?";
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    }
    return text;
}

}  // namespace conformance
