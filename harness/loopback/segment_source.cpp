#include "loopback/segment_source.hpp"

namespace conformance {

std::unique_ptr<SegmentSource> open_segment_source(Family family) {
    return open_raw_socket(family);
}

}  // namespace conformance
