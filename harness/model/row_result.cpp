#include "model/row_result.hpp"

#include <algorithm>

#include "model/row_binding.hpp"

namespace conformance {

const Check* RowResult::failed_check() const noexcept {
    const auto found = std::ranges::find(checks, false, &Check::passed);
    return found == checks.end() ? nullptr : &*found;
}

void to_json(Json& json, const RowResult& result) {
    json = write_json(binding::row_type, &result);
}

void from_json(const Json& json, RowResult& result) {
    result = {};
    read_json(json, "row", binding::row_type, &result);
}

}  // namespace conformance
