#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// The facts of a report about suite, system and capabilities, by name, each as text. They come
/// from the members of the report's JSON, so none can be forgotten; a member without a readable
/// name has its path as the name.
using Facts = std::vector<std::pair<std::string, std::string>>;
Facts facts_of(const Report& report);

}  // namespace conformance
