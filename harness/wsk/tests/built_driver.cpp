#include "loaded_driver.hpp"

namespace conformance {

std::filesystem::path built_driver() {
    return WSK_DRIVER;
}

}  // namespace conformance
