#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The candidate that is most like the word, by Damerau and Levenshtein's distance (insertions,
/// deletions, substitutions and swaps of neighbours), or an empty text where none is near: within a
/// third of the word's length, two at least.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "; did you mean \"run\"?", or an empty text where no candidate is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// "a, b or c".
std::string listed(const std::vector<std::string>& words);

}  // namespace conformance
