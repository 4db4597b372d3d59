#include "run/progress.hpp"

namespace conformance {

Progress::Progress(std::ostream& out, std::size_t total)
    : out_(out), total_(total), last_told_(std::chrono::steady_clock::now()) {
    out_ << "Running " << total_ << (total_ == 1 ? " row" : " rows") << std::endl;
}

void Progress::settled(const RowResult& result) {
    ++done_;
    if (result.verdict != Verdict::pass && result.verdict != Verdict::recorded &&
        result.verdict != Verdict::not_applicable) {
        ++not_passed_;
    }
    if (std::chrono::steady_clock::now() - last_told_ >= std::chrono::seconds(1)) {
        tell();
    }
}

void Progress::end() {
    tell();
}

void Progress::tell() {
    last_told_ = std::chrono::steady_clock::now();
    out_ << "  " << done_ << " of " << total_ << " done, " << not_passed_ << " not passed"
         << std::endl;
}

}  // namespace conformance
