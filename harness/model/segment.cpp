#include "model/segment.hpp"

#include "base/json.hpp"

namespace conformance {

void to_json(Json& json, const Segment& segment) {
    json = Json{{"not_before_us", segment.not_before_us},
                {"at_us", segment.at_us},
                {"connection", segment.connection},
                {"from", segment.from},
                {"kind", segment.kind},
                {"family", segment.family},
                {"bytes", segment.bytes},
                {"payload", segment.payload}};
}

void from_json(const Json& json, Segment& segment) {
    json.at("not_before_us").get_to(segment.not_before_us);
    json.at("at_us").get_to(segment.at_us);
    json.at("connection").get_to(segment.connection);
    json.at("from").get_to(segment.from);
    json.at("kind").get_to(segment.kind);
    json.at("family").get_to(segment.family);
    json.at("bytes").get_to(segment.bytes);
    json.at("payload").get_to(segment.payload);
}

void to_json(Json& json, const WireEvidence& evidence) {
    json = Json{{"clock_resolution_us", evidence.clock_resolution_us},
                {"scheduling_delay_us", evidence.scheduling_delay_us},
                {"segments", evidence.segments}};
}

void from_json(const Json& json, WireEvidence& evidence) {
    json.at("clock_resolution_us").get_to(evidence.clock_resolution_us);
    json.at("scheduling_delay_us").get_to(evidence.scheduling_delay_us);
    json.at("segments").get_to(evidence.segments);
}

}  // namespace conformance
