#include "writers/environment_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/text.hpp"
#include "judge/gate.hpp"

namespace conformance {

namespace {

/// Lower case, with one hyphen for whatever is neither a letter of ASCII, a digit nor a dot after
/// one.
std::string slug(const std::string& text) {
    std::string result;
    bool after_letter = false;
    for (const char letter : in_lower_case(text)) {
        const auto c = static_cast<unsigned char>(letter);
        const bool is_letter = c < 0x80 && std::isalnum(c) != 0;
        if (is_letter || (c == '.' && after_letter)) {
            result += letter;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
        after_letter = is_letter;
    }
    return result;
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

std::string platform_name(const Report& report) {
    if (!report.environment) {
        return "unknown";
    }
    const auto& os = report.environment->os;
    auto name = os.wine_version ? "Wine " + *os.wine_version + " as " + os.product : os.product;
    if (!os.wine_version && !os.reactos_version) {
        name += (os.display_version.empty() ? "" : " " + os.display_version) + " (" +
                to_string(os.version) + ")";
    }
    return is_system_provider(*report.environment)
               ? name
               : name + ", " + provider_file_name(*report.environment);
}

std::string platform_id(const Report& report) {
    if (!report.environment) {
        return "unknown";
    }
    auto name = report_file_name(*report.environment);
    name.resize(name.size() - std::string_view(".json").size());
    std::ranges::replace(name, '.', '-');
    return name;
}

std::vector<std::pair<std::string, std::string>> run_properties(const Report& report) {
    std::vector<std::pair<std::string, std::string>> properties;
    if (report.environment) {
        const auto& environment = *report.environment;
        properties.emplace_back("system", describe(environment));
        properties.emplace_back("architecture", environment.architecture.name());
        properties.emplace_back("provider", environment.provider.path);
        properties.emplace_back("provider version", environment.provider.version);
        properties.emplace_back("provider sha256", environment.provider.sha256);
        if (!environment.ci_image.empty()) {
            properties.emplace_back("image", environment.ci_image);
        }
    }
    std::string baselines = report.judgement ? "none is for this platform" : "none";
    if (report.judgement && !report.judgement->baselines.empty()) {
        baselines.clear();
        for (const auto& file : report.judgement->baselines) {
            baselines += (baselines.empty() ? "" : ", ") + file;
        }
    }
    properties.emplace_back("baseline", baselines);
    properties.emplace_back("gate", gate_holds(report) ? "holds" : "broken");
    properties.emplace_back("seed", std::to_string(report.run.seed));
    properties.emplace_back("run", report.run.id);
    properties.emplace_back("suite", report.suite.version);
    properties.emplace_back("commit", report.suite.commit);
    for (const auto& note : report.run.notes) {
        properties.emplace_back("note: " + note.name, note.value);
    }
    return properties;
}

std::string report_file_name(const Environment& environment) {
    const auto& os = environment.os;
    auto name = os.wine_version ? "wine " + *os.wine_version + " as " + os.product : os.product;
    // ReactOS reports the same version of Windows for all of its own versions.
    name += os.reactos_version ? "" : " " + os.display_version + " " + to_string(os.version);
    if (os.ubr) {
        name += "." + std::to_string(*os.ubr);
    }
    // On Wine the machine's processor is not part of the tested platform.
    const auto& architecture = environment.architecture;
    name += " " + (os.wine_version ? architecture.process : architecture.name());
    if (!is_system_provider(environment)) {
        name += " " + provider_file_name(environment);
    }
    return slug(name) + ".json";
}

}  // namespace conformance
