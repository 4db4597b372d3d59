#include "model/call.hpp"

#include "model/row_binding.hpp"

namespace conformance {

void to_json(Json& json, const Call& call) {
    json = write_json(binding::call_type, &call);
}

void from_json(const Json& json, Call& call) {
    call = {};
    read_json(json, "call", binding::call_type, &call);
}

}  // namespace conformance
