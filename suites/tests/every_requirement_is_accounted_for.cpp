#include <catch2/catch_test_macros.hpp>

#include "cases/case.hpp"
#include "plan/accounting.hpp"
#include "plan/row_list.hpp"
#include "requirements/catalogue.hpp"

using namespace conformance;

TEST_CASE("every requirement has a case, a reason, or a place on the list of what is to come") {
    std::vector<CaseInfo> cases;
    for (auto& of_case : registered_cases()) {
        cases.push_back(std::move(of_case.info));
    }
    REQUIRE_FALSE(cases.empty());
    for (const auto& problem :
         accounting_problems(requirement_catalogue(), cases, requirements_not_yet_covered())) {
        FAIL_CHECK(problem);
    }
}

TEST_CASE("the list of rows in suites/requirements/rows.txt is that of the cases") {
    std::vector<CaseInfo> cases;
    for (auto& of_case : registered_cases()) {
        cases.push_back(std::move(of_case.info));
    }
    INFO("make it again: winsock-conformance list > suites/requirements/rows.txt");
    CHECK(row_list(all_rows(cases)) == std::string(row_catalogue_text()));
}

TEST_CASE("a case's name begins with the document of its requirements, unless it is about all") {
    for (const auto& of_case : registered_cases()) {
        if (!of_case.info.may_find.empty()) {
            CHECK(of_case.info.requirements.size() > 1);
            continue;
        }
        for (const auto& id : of_case.info.requirements) {
            CAPTURE(of_case.info.name, id);
            CHECK(of_case.info.name.starts_with(id.substr(0, id.find('.')) + "/"));
        }
    }
}
