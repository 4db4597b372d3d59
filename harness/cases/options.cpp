#include "cases/options.hpp"

namespace conformance {

void require_something_written(const OptionResult& reading) {
    if (reading.nothing_written) {
        throw Inconclusive("getsockopt writes nothing");
    }
}

}  // namespace conformance
