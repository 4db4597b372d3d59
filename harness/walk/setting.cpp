#include "walk/setting.hpp"

namespace conformance {

std::string to_text(Setting setting) {
    switch (setting) {
        case Setting::keepalive: return "keep-alive";
        case Setting::time: return "the time";
        case Setting::interval: return "the interval";
        case Setting::count: return "the probe count";
    }
    return {};
}

std::string to_text(Setting setting, std::uint32_t value) {
    auto number = std::to_string(value);
    switch (setting) {
        case Setting::keepalive: return value == 0 ? "off" : value == 1 ? "on" : number;
        case Setting::count: return number;
        default: return number + " s";
    }
}

}  // namespace conformance
