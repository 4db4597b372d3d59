#include "commands/progress.hpp"

#include <algorithm>
#include <utility>

namespace conformance {

Progress::Progress(std::ostream& out, const Terminal& terminal, const Layout& layout,
                   std::size_t total, std::function<bool(const RowResult&)> breaks_gate)
    : out_(out),
      rewrites_(terminal.exists()),
      layout_(layout),
      total_(total),
      breaks_gate_(std::move(breaks_gate)) {
    if (rewrites_) {
        show();
    } else {
        out_ << "Running " << total_ << (total_ == 1 ? " row" : " rows") << std::endl;
    }
}

void Progress::row_ended(const RowResult& result) {
    ++done_;
    breaking_ += breaks_gate_(result) ? 1 : 0;
    const auto pause = rewrites_ ? std::chrono::milliseconds(100) : std::chrono::seconds(10);
    if (Clock::now() - shown_ >= pause) {
        show();
    }
}

void Progress::end() {
    if (rewrites_ || shown_rows_ != done_ || done_ == 0) {
        show();
    }
    if (rewrites_) {
        out_ << std::endl;
    }
}

std::string Progress::line() const {
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begun_).count();
    return std::to_string(done_) + " of " + std::to_string(total_) +
           (total_ == 1 ? " row, " : " rows, ") + std::to_string(seconds) + " s, " +
           std::to_string(breaking_) + (breaking_ == 1 ? " breaks" : " break") + " the gate";
}

void Progress::show() {
    shown_ = Clock::now();
    shown_rows_ = done_;
    const auto text = line();
    if (!rewrites_) {
        out_ << "  " << text << std::endl;
        return;
    }
    // Overwrites the rest of an earlier, longer line.
    const auto columns = std::min(text.size(), layout_.width);
    const std::string rest(columns_ > columns ? columns_ - columns : 0, ' ');
    out_ << '\r'
         << coloured(layout_, breaking_ == 0 ? Colour::green : Colour::red, text.substr(0, columns))
         << rest << std::flush;
    columns_ = columns;
}

}  // namespace conformance
