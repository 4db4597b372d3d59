#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tool/matrix_column.hpp"

namespace conformance {

/// The one requirement that no report can decide by itself, because it compares versions of Windows
/// ("SO_KEEPALIVE socket option", Remarks): how many probes are sent depends on the version.
class AcrossReports {
public:
    static constexpr const char* requirement = "so-keepalive.probe-count-varies";

    void add(const MatrixColumn& column);

    /// "varies: 10 probes (1 report), 5 probes (2 reports)", or why that cannot be said.
    std::string decision() const;

private:
    /// Recorded answers, and how many reports have each.
    std::map<std::string, std::size_t> answers_;
};

}  // namespace conformance
