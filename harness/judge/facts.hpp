#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// A report's facts about suite, system and capabilities, by name, each as text. They are made of
/// the members that the report has as JSON, so that none is forgotten; a member without a name of
/// its own is called by its path.
using Facts = std::vector<std::pair<std::string, std::string>>;
Facts facts_of(const Report& report);

}  // namespace conformance
