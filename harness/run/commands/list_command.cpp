#include <iostream>
#include <utility>

#include "base/json.hpp"
#include "plan/row_list.hpp"
#include "plan/selector.hpp"
#include "requirements/catalogue.hpp"
#include "commands/case_infos.hpp"
#include "commands/commands.hpp"

namespace conformance {

namespace {

Json to_json(const RowReference& reference) {
    Json parameters = Json::object();
    for (const auto& parameter : reference.row->parameters) {
        parameters[parameter.name] = parameter.value;
    }
    const auto& of_case = *reference.of_case;
    return {{"row", reference.row->name},
            {"case", of_case.name},
            {"parameters", std::move(parameters)},
            {"requirements", of_case.requirements},
            {"may_find", of_case.may_find},
            {"applies", to_string(reference.row->versions)},
            {"observable", to_string(reference.row->observable)},
            {"own_process", of_case.own_process},
            {"waits_ms", of_case.waits.count()},
            {"only_when_named", of_case.only_when_named},
            {"needs", reference.row->needs},
            {"file", of_case.file},
            {"line", of_case.line}};
}

}  // namespace

ExitCode list_command(const ListOptions& options) {
    const auto cases = registered_case_infos(options.selectors);
    std::vector<RowReference> rows;
    for (const auto& selected :
         select_rows(options.selectors, {}, cases, requirement_catalogue())) {
        rows.push_back(selected.row);
    }
    if (options.json) {
        Json list = Json::array();
        for (const auto& row : rows) {
            list.push_back(to_json(row));
        }
        std::cout << list.dump(2) << "\n";
    } else {
        std::cout << row_list(rows);
    }
    return ExitCode::gate_holds;
}

}  // namespace conformance
