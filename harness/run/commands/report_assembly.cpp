#include "commands/report_assembly.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <random>
#include <utility>

#include "facts/architecture.hpp"
#include "base/text.hpp"
#include "requirements/catalogue.hpp"
#include "suite_version/suite_version.hpp"

namespace conformance {

namespace {

std::string compiler() {
#if defined(__clang__)
    return "clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#elif defined(_MSC_VER)
    return "MSVC " + std::to_string(_MSC_VER);
#else
    return "GCC " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#endif
}

std::string utc_now() {
    const auto now = std::time(nullptr);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return text.data();
}

std::string new_id() {
    std::random_device random;
    const auto number = (std::uint64_t{random()} << 32) | random();
    std::array<unsigned char, 8> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    return hexadecimal(bytes);
}

}  // namespace

Suite this_suite() {
    return {suite_version, suite_commit, requirement_catalogue_sha256(), compiler(),
            architecture().process};
}

Run new_run(std::vector<std::string> command_line, std::uint64_t seed) {
    Run run;
    run.id = new_id();
    run.started = utc_now();
    run.command_line = std::move(command_line);
    run.seed = seed;
    return run;
}

Report assemble_report(Run run, const Plan& plan, const RequirementCatalogue& requirements,
                       Environment environment, std::vector<Capability> capabilities) {
    Report report;
    report.run = std::move(run);
    report.run.complete = std::ranges::all_of(plan.rows(), &PlannedRow::resolved);
    report.suite = this_suite();
    report.environment = std::move(environment);
    report.capabilities = std::move(capabilities);
    for (const auto& planned : plan.rows()) {
        report.rows.push_back(planned.result);
    }
    report.requirements = requirement_results(requirements, report.rows);
    return report;
}

}  // namespace conformance
