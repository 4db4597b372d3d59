#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "base/input_error.hpp"
#include "model/suggestion.hpp"
#include "requirements/catalogue.hpp"
#include "commands/case_infos.hpp"
#include "commands/commands.hpp"

namespace conformance {

namespace {

void print_cases(const Requirement& requirement) {
    std::cout << "\nCases\n";
    bool any = false;
    const auto names = [&](const std::vector<std::string>& ids) {
        return std::ranges::find(ids, requirement.id) != ids.end();
    };
    for (const auto& of_case : registered_case_infos({})) {
        if (names(of_case.requirements) || names(of_case.may_find)) {
            any = true;
            std::cout << "  " << of_case.name << "  (" << of_case.rows.size()
                      << (of_case.rows.size() == 1 ? " row, " : " rows, ") << of_case.file
                      << (names(of_case.may_find) ? "; may find it broken" : "") << ")\n";
        }
    }
    if (!any) {
        std::cout << "  none"
                  << (requirement.not_exercisable.empty() ? " yet"
                                                          : ": " + requirement.not_exercisable)
                  << "\n";
    }
}

}  // namespace

ExitCode explain_command(const ExplainOptions& options) {
    const auto& catalogue = requirement_catalogue();
    const auto* requirement = catalogue.find(options.id);
    if (requirement == nullptr) {
        std::vector<std::string> ids;
        for (const auto& one : catalogue.requirements()) {
            ids.push_back(one.id);
        }
        const auto meant = did_you_mean(options.id, ids);
        throw InputError(
            "there is no requirement \"" + options.id + "\"" +
            (meant.empty() ? "; `winsock-conformance list` names those that have cases" : meant));
    }
    const auto* document = catalogue.find_document(requirement->document);
    std::cout << requirement->id << "\n\n"
              << requirement->statement << "\n\n"
              << "Document  " << document->title << "\n"
              << "          " << document->address << "\n"
              << "Section   " << requirement->section << "\n"
              << "Rests on  " << to_string(requirement->basis) << "\n"
              << "Versions  " << with_products(requirement->versions) << "\n";
    for (const auto& included : requirement->includes) {
        std::cout << "Includes  " << included << "\n";
    }
    for (const auto& reading : requirement->readings) {
        std::cout << "\nConflict  " << reading.conflict << "\nReading   " << reading.taken << "\n";
    }
    print_cases(*requirement);
    return ExitCode::gate_holds;
}

}  // namespace conformance
