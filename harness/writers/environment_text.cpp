#include "writers/environment_text.hpp"

#include <algorithm>
#include <cctype>

namespace conformance {

namespace {

std::string file_name(const std::string& path) {
    return path.substr(path.find_last_of("\\/") + 1);
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

std::string describe(const Environment& environment) {
    const auto& os = environment.os;
    auto text = os.product + ", NT " + to_string(os.version);
    if (os.ubr) {
        text += "." + std::to_string(*os.ubr);
    }
    if (os.wine_version) {
        text += ", as posed by Wine " + *os.wine_version;
    }
    text += ", " + environment.architecture.native;
    if (environment.architecture.emulated) {
        text += " emulating " + environment.architecture.process;
    }
    return text + (environment.elevated ? ", elevated" : ", not elevated");
}

bool is_system_provider(const Environment& environment) {
    const auto path = in_lower_case(environment.provider.path);
    return path.ends_with("\\system32\\ws2_32.dll") || path.ends_with("\\syswow64\\ws2_32.dll");
}

std::string platform_name(const Report& report) {
    if (!report.environment) {
        return "unknown";
    }
    const auto& os = report.environment->os;
    auto name = os.wine_version ? "Wine " + *os.wine_version + " as " + os.product : os.product;
    if (!os.wine_version) {
        name += (os.display_version.empty() ? "" : " " + os.display_version) + " (" +
                to_string(os.version) + ")";
    }
    return is_system_provider(*report.environment)
               ? name
               : name + ", " + file_name(report.environment->provider.path);
}

}  // namespace conformance
