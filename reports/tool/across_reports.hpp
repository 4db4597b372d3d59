#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tool/matrix_column.hpp"

namespace conformance {

/// The one requirement that no single report can decide, because it compares versions of Windows
/// ("SO_KEEPALIVE socket option", Remarks): the number of probes depends on the version.
class AcrossReports {
public:
    static constexpr const char* requirement = "so-keepalive.probe-count-varies";

    void add(const MatrixColumn& column);

    /// "varies: 10 probes (1 report), 5 probes (2 reports)", or why it cannot be decided.
    std::string decision() const;

private:
    /// The recorded answers, and the number of reports with each.
    std::map<std::string, std::size_t> answers_;
};

}  // namespace conformance
