#include <catch2/catch_test_macros.hpp>

#include "example_cases.hpp"
#include "plan/accounting.hpp"

using namespace conformance;

namespace {

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing is wrong when every requirement has a case") {
    CHECK(accounting_problems(example_requirements(), example_cases(), {}) == Problems{});
}

TEST_CASE("a requirement without a case, a reason or a place on the list is named") {
    auto cases = example_cases();
    cases.pop_back();
    CHECK(accounting_problems(example_requirements(), cases, {}) ==
          Problems{"d.old: has no case and no reason"});
    CHECK(accounting_problems(example_requirements(), cases, {"d.old"}) == Problems{});
}

TEST_CASE("the list has to shrink") {
    CHECK(accounting_problems(example_requirements(), example_cases(), {"d.new"}) ==
          Problems{"d.new: is covered; take it off the list"});
    CHECK(accounting_problems(example_requirements(), example_cases(), {"d.nothing"}) ==
          Problems{"d.nothing: the list names no requirement"});
}

TEST_CASE("a requirement has a case or a reason against one, not both") {
    RequirementCatalogue requirements;
    requirements.add(R"({"document": {"id": "d", "title": "t", "address": "a"}, "requirements": [
        {"id": "d.x", "section": "s", "statement": "", "basis": "own",
         "not_exercisable": "because"}]})",
                     "f.json");
    CHECK(accounting_problems(requirements, {}, {}) == Problems{});
    CHECK(accounting_problems(requirements, {example_case("d/x", "d.x", 1)}, {}) ==
          Problems{"d.x: has a case, and a reason why it can have none"});
}

TEST_CASE("cases that cannot be distinguished, check nothing or have no rows are named") {
    auto cases = example_cases();
    cases.push_back(example_case("d/setting", "d.old", 1));
    cases.push_back(example_case("d/empty", "d.always", 0));
    cases.push_back(example_case("d/unknown", "d.missing", 1));
    auto unchecking = example_case("d/unchecking", "d.always", 1);
    unchecking.requirements.clear();
    cases.push_back(unchecking);
    auto doubled = example_case("d/doubled", "d.always", 1);
    doubled.rows.push_back(doubled.rows[0]);
    cases.push_back(doubled);
    CHECK(accounting_problems(example_requirements(), cases, {}) ==
          Problems{"d/setting: the case stands twice", "d/empty: the case has no row",
                   "d/unknown: there is no requirement d.missing",
                   "d/unchecking: the case checks no requirement",
                   "d/doubled[family=ipv4,n=0]: the row stands twice"});
}

TEST_CASE("a row applies to a version as a whole") {
    auto cases = example_cases();
    cases[0].requirements = {"d.always", "d.new"};
    CHECK(accounting_problems(example_requirements(), cases, {}) ==
          Problems{"d/set/one: its requirements apply to different versions"});
}
