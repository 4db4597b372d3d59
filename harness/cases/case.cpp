#include "cases/case.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace conformance {

namespace {

struct Registration {
    const char* name;
    const char* file;
    std::uint32_t line;
    CaseBody body;
    CaseRegistration::Traits traits;
};

std::vector<Registration>& registry() {
    static std::vector<Registration> registrations;
    return registrations;
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

RowInfo row_info(const RegisteredCase& of_case, const Row& row) {
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
    info.name = row_name(of_case.info.name, info.parameters);
    for (const auto& capability : of_case.needs) {
        info.needs.push_back(filled_in(capability, info.parameters));
    }
    return info;
}

std::optional<std::uint64_t> number_in(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    // As it is written in a row's name, and no other way.
    return is_number && to_text(number) == text ? std::optional(number) : std::nullopt;
}

/// The path inside the source tree: a report must not name another one.
std::string source_file(std::string_view file) {
    const auto suites = file.rfind("suites");
    return std::string(suites == file.npos ? file : file.substr(suites));
}

RegisteredCase case_of(const Registration& registration) {
    RegisteredCase of_case;
    of_case.info.name = registration.name;
    of_case.info.file = source_file(registration.file);
    of_case.info.line = registration.line;
    of_case.body = registration.body;
    of_case.rows = combine({});
    for (const auto& trait : registration.traits()) {
        trait(of_case);
    }
    for (const auto& row : of_case.rows) {
        of_case.info.rows.push_back(row_info(of_case, row));
    }
    of_case.listed_rows = of_case.rows.size();
    return of_case;
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

Trait takes_any(const Parameter<std::uint64_t>& parameter) {
    return [name = parameter.name()](RegisteredCase& of_case) { of_case.open_parameter = name; };
}

void add_rows(RegisteredCase& of_case, const std::vector<RowParameter>& values) {
    const auto open = std::ranges::find(values, of_case.open_parameter, &RowParameter::name);
    const auto number = open == values.end() ? std::nullopt : number_in(open->value);
    if (!number) {
        return;
    }
    const auto is_wanted = [&](const Axis::Value& value) {
        return std::ranges::all_of(values, [&](const RowParameter& wanted) {
            return wanted.name != value.text.name || wanted.value == value.text.value;
        });
    };
    for (std::size_t i = 0; i < of_case.listed_rows; ++i) {
        auto with_number = of_case.rows[i].values();
        for (auto& value : with_number) {
            if (value.text.name == open->name) {
                value.text.value = open->value;
                value.value = *number;
            }
        }
        if (!std::ranges::all_of(with_number, is_wanted)) {
            continue;
        }
        const Row added(with_number);
        auto info = row_info(of_case, added);
        // Those that differ in the open parameter alone are one row now.
        const auto is_the_same = [&](const RowInfo& row) { return row.name == info.name; };
        if (std::ranges::none_of(of_case.info.rows, is_the_same)) {
            of_case.rows.push_back(added);
            of_case.info.rows.push_back(std::move(info));
        }
    }
}

std::vector<RegisteredCase> registered_cases() {
    std::vector<RegisteredCase> cases;
    for (const auto& registration : registry()) {
        cases.push_back(case_of(registration));
    }
    std::ranges::stable_sort(cases, {}, [](const RegisteredCase& c) { return c.info.name; });
    return cases;
}

std::optional<RegisteredCase> registered_case(std::string_view name) {
    const auto found = std::ranges::find(registry(), name, &Registration::name);
    return found == registry().end() ? std::nullopt : std::optional(case_of(*found));
}

CaseRegistration::CaseRegistration(const char* name, const char* file, std::uint32_t line,
                                   CaseBody body, Traits traits) {
    registry().push_back({name, file, line, body, traits});
}

}  // namespace conformance
