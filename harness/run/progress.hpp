#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>

#include "model/row_result.hpp"

namespace conformance {

/// Tells a person how far a run has come: at most one line a second, and one at the end.
class Progress {
public:
    Progress(std::ostream& out, std::size_t total);

    void settled(const RowResult& result);
    void end();

private:
    void tell();

    std::ostream& out_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t not_passed_ = 0;
    std::chrono::steady_clock::time_point last_told_;
};

}  // namespace conformance
