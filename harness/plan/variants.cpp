#include "plan/variants.hpp"

#include <fstream>
#include <iterator>

#include "base/json.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

Variant variant_from(const Json& json, const std::string& where) {
    Variant variant;
    variant.selectors = required<std::vector<std::string>>(json, "selectors", where);
    variant.environment = required<Variables>(json, "environment", where);
    if (json.size() != 2) {
        throw InputError(where + ": expected \"selectors\" and \"environment\" and nothing else");
    }
    if (variant.selectors.empty()) {
        throw InputError(where + ".selectors: expected one or more selectors");
    }
    for (const auto& [name, value] : variant.environment) {
        if (name.empty() || name.find('=') != name.npos) {
            auto message = where;
            message += ".environment: expected names of variables, got \"";
            message += name;
            message += "\"";
            throw InputError(message);
        }
    }
    return variant;
}

}  // namespace

std::vector<Variant> read_variants(const std::filesystem::path& path) {
    const auto name = utf8_from_path(path);
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    if (!file) {
        throw InputError(name + ": expected a file of variants that can be read");
    }
    const auto json = parse_json(text, name);
    if (!json.is_array() || json.empty()) {
        throw InputError(name + ": expected an array of one or more variants");
    }
    std::vector<Variant> variants;
    for (std::size_t i = 0; i < json.size(); ++i) {
        variants.push_back(variant_from(json[i], name + ": [" + std::to_string(i) + "]"));
    }
    return variants;
}

}  // namespace conformance
