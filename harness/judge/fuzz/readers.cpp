// A libFuzzer target: reading any bytes as a report or as a baseline succeeds or throws InputError;
// a report that was read is the same after it was written and read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "judge/baseline.hpp"
#include "base/json.hpp"
#include "model/report_reader.hpp"

using namespace conformance;

namespace {

void read_as_report(std::string_view text) {
    try {
        const auto written = Json(read_report(text, "fuzz")).dump();
        if (Json(read_report(written, "again")).dump() != written) {
            std::abort();
        }
    } catch (const InputError&) {
        // The expected exception.
    }
}

void read_as_baseline(std::string_view text) {
    try {
        const auto written = to_text(read_baseline(text, "fuzz"));
        if (to_text(read_baseline(written, "again")) != written) {
            std::abort();
        }
    } catch (const InputError&) {
        // The expected exception.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_as_report(text);
    read_as_baseline(text);
    return 0;
}
