#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/parameter.hpp"
#include "cases/test.hpp"
#include "plan/case_info.hpp"

namespace conformance {

inline std::string capability_for(Family family) {
    return to_text(family);
}

using CaseBody = void (*)(Test& test, const Row& row);

/// A case with its body, as the worker runs it.
struct RegisteredCase {
    CaseInfo info;
    std::vector<Row> rows;
    CaseBody body = nullptr;
    NtVersion first_version;
    /// The capabilities that its rows need; "{family}" stands for the row's value of that
    /// parameter.
    std::vector<std::string> needs;
    /// The parameter of type uint64_t that takes any number, also one that is not listed. Empty for
    /// most cases.
    std::string open_parameter;
    /// How many rows are listed. The others were added because a selector named their open
    /// parameter.
    std::size_t listed_rows = 0;
    /// Whether rows run even where this machine lacks a capability that their values need.
    bool runs_without_family = false;
};

/// A trait sets a property of a case.
using Trait = std::function<void(RegisteredCase&)>;

/// The ids of the requirements that the case checks.
template <typename... Ids>
Trait checks(Ids... ids) {
    return [=](RegisteredCase& of_case) { (of_case.info.requirements.emplace_back(ids), ...); };
}

/// The ids of other requirements that a row may find broken; Test::is_about then names one of them.
template <typename... Ids>
Trait may_find(Ids... ids) {
    return [=](RegisteredCase& of_case) { (of_case.info.may_find.emplace_back(ids), ...); };
}

/// The rows of the case: one for each combination of the axes' values.
template <typename... Axes>
Trait rows(Axes... axes) {
    return [all = std::vector<Axis>{static_cast<Axis>(axes)...}](RegisteredCase& of_case) {
        of_case.rows = combine(all);
    };
}

/// Each row runs in a process of its own, in which WSAStartup has not been called.
Trait own_process();

/// The expected waiting time of each row.
Trait waits(std::chrono::milliseconds time);

/// The rows are inconclusive when the capability is missing. "{family}" in its name stands for the
/// row's value of that parameter.
Trait needs(const char* capability);
/// The rows run even when user mode lacks their address family: the kernel may have it, or the rows
/// are about a failed network.
Trait runs_without_family();
/// The rows run only when a selector names the case: they take hours, or may crash the machine.
Trait only_when_named();

/// The rows can be observed from this version on; on older versions they are inconclusive.
Trait since(NtVersion first);

/// The parameter takes any number, also one that is not listed.
Trait takes_any(const Parameter<std::uint64_t>& parameter);

/// Adds the rows of the case that have these values and are not listed, for the case's open
/// parameter. Adds none when the parameter is not among the values or is not a number.
void add_rows(RegisteredCase& of_case, const std::vector<RowParameter>& values);

/// All registered cases, sorted by name, so that their order does not depend on the linker.
std::vector<RegisteredCase> registered_cases();
/// The case of that name, if there is one. The others are not made: a worker needs few of them.
std::optional<RegisteredCase> registered_case(std::string_view name);

/// Adds a case to registered_cases(). CONFORMANCE_CASE uses it. Traits are evaluated there, and not
/// during static initialisation, because linkers order the initialisers of inline variables
/// differently.
class CaseRegistration {
public:
    using Traits = std::vector<Trait> (*)();

    CaseRegistration(const char* name, const char* file, std::uint32_t line, CaseBody body,
                     Traits traits);
};

}  // namespace conformance

#define CONFORMANCE_JOIN_(a, b) a##b
#define CONFORMANCE_JOIN(a, b) CONFORMANCE_JOIN_(a, b)

/// CONFORMANCE_CASE("path/of/the-case", checks("document.requirement"), rows(...)) { body }
/// The body gets `test`, which sets up situations, and `row`, the values of its row.
#define CONFORMANCE_CASE(name, ...) CONFORMANCE_CASE_(__COUNTER__, name, __VA_ARGS__)
#define CONFORMANCE_CASE_(number, name, ...)                     \
    CONFORMANCE_CASE_NAMED(CONFORMANCE_JOIN(case_body_, number), \
                           CONFORMANCE_JOIN(case_registration_, number), name, __VA_ARGS__)
#define CONFORMANCE_CASE_NAMED(body, registration, name, ...)                                      \
    static void body([[maybe_unused]] ::conformance::Test& test,                                   \
                     [[maybe_unused]] const ::conformance::Row& row);                              \
    static const ::conformance::CaseRegistration registration(name, __FILE__, __LINE__, body, [] { \
        return std::vector<::conformance::Trait>{__VA_ARGS__};                                     \
    });                                                                                            \
    static void body([[maybe_unused]] ::conformance::Test& test,                                   \
                     [[maybe_unused]] const ::conformance::Row& row)
