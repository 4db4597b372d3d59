#include "cases/case.hpp"

#include <algorithm>
#include <string_view>

namespace conformance {

namespace {

std::vector<RegisteredCase>& registry() {
    static std::vector<RegisteredCase> cases;
    return cases;
}

void begin_at(VersionRange& range, const NtVersion& first) {
    if (first != NtVersion{} && (!range.from || *range.from < first)) {
        range.from = first;
    }
}

/// A capability's name with the row's values put in.
std::string filled_in(std::string name, const std::vector<RowParameter>& parameters) {
    for (const auto& parameter : parameters) {
        const auto place = "{" + parameter.name + "}";
        const auto at = name.find(place);
        if (at != name.npos) {
            name.replace(at, place.size(), parameter.value);
        }
    }
    return name;
}

/// The path inside the source tree, which is what a report may name.
std::string source_file(std::string_view file) {
    const auto suites = file.rfind("suites");
    return std::string(suites == file.npos ? file : file.substr(suites));
}

}  // namespace

Trait own_process() {
    return [](RegisteredCase& of_case) { of_case.info.own_process = true; };
}

Trait waits(std::chrono::milliseconds time) {
    return [time](RegisteredCase& of_case) { of_case.info.waits = time; };
}

Trait needs(const char* capability) {
    return [capability](RegisteredCase& of_case) { of_case.needs.emplace_back(capability); };
}

Trait runs_without_family() {
    return [](RegisteredCase& of_case) { of_case.runs_without_family = true; };
}

Trait only_when_named() {
    return [](RegisteredCase& of_case) { of_case.info.only_when_named = true; };
}

Trait since(NtVersion first) {
    return [first](RegisteredCase& of_case) { of_case.first_version = first; };
}

std::vector<RegisteredCase> registered_cases() {
    auto cases = registry();
    std::ranges::stable_sort(cases, {}, [](const RegisteredCase& c) { return c.info.name; });
    return cases;
}

CaseRegistration::CaseRegistration(const char* name, const char* file, std::uint32_t line,
                                   CaseBody body, std::initializer_list<Trait> traits) {
    RegisteredCase of_case;
    of_case.info.name = name;
    of_case.info.file = source_file(file);
    of_case.info.line = line;
    of_case.body = body;
    of_case.rows = combine({});
    for (const auto& trait : traits) {
        trait(of_case);
    }
    for (const auto& row : of_case.rows) {
        RowInfo info;
        begin_at(info.observable, of_case.first_version);
        for (const auto& value : row.values()) {
            info.parameters.push_back(value.text);
            begin_at(info.versions, value.documented);
            begin_at(info.observable, value.observable);
            if (!value.needs.empty() && !of_case.runs_without_family) {
                info.needs.push_back(value.needs);
            }
        }
        info.name = row_name(name, info.parameters);
        for (const auto& capability : of_case.needs) {
            info.needs.push_back(filled_in(capability, info.parameters));
        }
        of_case.info.rows.push_back(std::move(info));
    }
    registry().push_back(std::move(of_case));
}

}  // namespace conformance
