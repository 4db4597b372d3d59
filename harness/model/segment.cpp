#include "model/segment.hpp"

#include "model/row_binding.hpp"

namespace conformance {

void to_json(Json& json, const Segment& segment) {
    json = write_json(binding::segment_type, &segment);
}

void from_json(const Json& json, Segment& segment) {
    segment = {};
    read_json(json, "segment", binding::segment_type, &segment);
}

void to_json(Json& json, const WireEvidence& evidence) {
    json = write_json(binding::wire_type, &evidence);
}

void from_json(const Json& json, WireEvidence& evidence) {
    evidence = {};
    read_json(json, "evidence", binding::wire_type, &evidence);
}

}  // namespace conformance
