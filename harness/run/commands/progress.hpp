#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>

#include "model/row_result.hpp"
#include "terminal/terminal.hpp"

namespace conformance {

/// Shows the progress of a run: on a terminal in one line that is rewritten; in a log with one line
/// at the beginning, every ten seconds and at the end.
class Progress {
public:
    /// `breaks_gate` is called for each row.
    Progress(std::ostream& out, const Terminal& terminal, const Layout& layout, std::size_t total,
             std::function<bool(const RowResult&)> breaks_gate);

    void row_ended(const RowResult& result);
    void end();

private:
    using Clock = std::chrono::steady_clock;

    std::string line() const;
    void show();

    std::ostream& out_;
    bool rewrites_;
    Layout layout_;
    std::size_t total_;
    std::function<bool(const RowResult&)> breaks_gate_;
    std::size_t done_ = 0;
    std::size_t breaking_ = 0;
    std::size_t shown_rows_ = 0;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point shown_ = begun_;
    std::size_t columns_ = 0;
};

}  // namespace conformance
