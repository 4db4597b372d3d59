#include "kernel_case.hpp"

namespace conformance {

// A source file that includes Wsk.h and no other header of Winsock has the option: the driver's own
// file does, when it was compiled with the WDK.
CONFORMANCE_CASE("wsk-so-keepalive/header/wsk-h-alone", checks("wsk-so-keepalive.header"), rows(),
                 in_kernel()) {
    const auto driver = test.wsk().describe_driver();
    if (driver.compiled_with_wdk == 0) {
        throw Inconclusive(
            "this driver was compiled with declarations of its own, and not with Wsk.h");
    }
    CHECK(driver.option_by_wsk_header == 1);
}

}  // namespace conformance
