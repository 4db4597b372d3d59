#include <algorithm>
#include <set>
#include <utility>

#include <catch2/catch_test_macros.hpp>

#include "example_cases.hpp"
#include "plan/plan.hpp"

using namespace conformance;

namespace {

constexpr NtVersion windows_10{10, 0, 19045};
constexpr NtVersion server_2003{5, 2, 3790};

struct Example {
    std::vector<CaseInfo> cases = example_cases();
    RequirementCatalogue requirements = example_requirements();

    Plan plan(const PlanOptions& options, NtVersion version = windows_10) const {
        return {options, cases, requirements, version};
    }
};

}  // namespace

TEST_CASE("the same seed gives the same order, another seed another") {
    const Example example;
    CHECK(example.plan({{}, {}, 7, 1}).run_order() == example.plan({{}, {}, 7, 1}).run_order());
    CHECK(example.plan({{}, {}, 7, 1}).run_order() != example.plan({{}, {}, 8, 1}).run_order());
}

TEST_CASE("the order is the one that every compiler gives") {
    const Example example;
    CHECK(example.plan({{}, {}, 1, 1}).run_order() ==
          std::vector<std::size_t>{4, 6, 3, 5, 1, 7, 2, 0});
}

TEST_CASE("every row runs once per repetition") {
    const Example example;
    const auto plan = example.plan({{}, {}, 7, 3});
    std::set<std::pair<std::string, std::uint32_t>> ids;
    for (const auto& row : plan.rows()) {
        ids.emplace(row.result.row, row.result.repetition);
    }
    CHECK(plan.rows().size() == 30);
    CHECK(ids.size() == 30);
}

TEST_CASE("a row that does not apply is resolved, with the fact that says so") {
    const Example example;
    const auto reason_of = [](const Plan& plan, const std::string& requirement) {
        const auto found = std::ranges::find_if(plan.rows(), [&](const PlannedRow& row) {
            return row.result.requirements.front() == requirement;
        });
        return found->resolved ? found->result.reason : std::string("not resolved");
    };
    const auto on_10 = example.plan({{}, {}, 7, 1});
    CHECK(reason_of(on_10, "d.old") ==
          "d.old applies until Windows XP x64, Server 2003 (5.2); this is NT 10.0.19045");
    CHECK(reason_of(on_10, "d.new") == "not resolved");
    const auto on_2003 = example.plan({{}, {}, 7, 1}, server_2003);
    CHECK(reason_of(on_2003, "d.new") ==
          "d.new applies from Windows Vista, Server 2008 (6.0); this is NT 5.2.3790");
    CHECK(reason_of(on_2003, "d.old") == "not resolved");
}

TEST_CASE(
    "a row that this version cannot show is resolved, and is not taken for one that does not "
    "apply") {
    Example example;
    auto& row = example.cases.front().rows.front();
    row.observable.from = NtVersion{10, 0, 22000};
    const auto plan = example.plan({{}, {}, 7, 1});
    const auto& result = plan.rows().front().result;
    CHECK(result.verdict == Verdict::inconclusive);
    CHECK(result.unobserved == Unobserved::version);
    CHECK(result.reason == "cannot be observed before Windows 11 21H2, Server 2025 (10.0.22000)");
    CHECK_FALSE(example.plan({{}, {}, 7, 1}, {10, 0, 26100}).rows().front().resolved);
}

TEST_CASE("what is left out by choice is in the plan, and resolved") {
    Example example;
    example.cases.front().only_when_named = true;
    const auto name = example.cases.front().name;
    const auto plan = example.plan({{}, {"d/setting"}, 7, 1});
    CHECK(plan.rows().size() == 10);
    for (const auto& row : plan.rows()) {
        const bool named_alone = row.result.case_name == name;
        if (!named_alone && row.result.case_name != "d/setting") {
            CHECK_FALSE(row.result.unobserved == Unobserved::choice);
            continue;
        }
        CHECK(row.resolved);
        CHECK(row.result.verdict == Verdict::not_run);
        CHECK(row.result.unobserved == Unobserved::choice);
        CHECK(row.result.reason == (named_alone
                                        ? "left out by choice: it runs only when its case is named"
                                        : "left out by choice: --exclude d/setting"));
    }
}

TEST_CASE("rows that need a process of their own are dealt alone, longest waits first") {
    Example example;
    example.cases[0].own_process = true;
    example.cases[1].own_process = true;
    example.cases[1].waits = std::chrono::milliseconds(100);
    const auto plan = example.plan({{}, {}, 7, 1});
    const auto shards = plan.shards(2);
    REQUIRE(shards.size() == 8);
    for (std::size_t i = 0; i < shards.size(); ++i) {
        REQUIRE(shards[i].size() == 1);
        const auto& name = plan.rows()[shards[i][0]].row.of_case->name;
        CHECK(name == (i < 4 ? "d/set/two" : "d/set/one"));
    }
}

TEST_CASE("what takes longest comes first, rows that do not wait being short") {
    Example example;
    example.cases[0].waits = std::chrono::milliseconds(30);
    const auto waiting_first = example.plan({{}, {}, 7, 1}).shards(2);
    REQUIRE(waiting_first.size() == 6);
    CHECK(waiting_first[3].size() == 1);
    CHECK(waiting_first[4].size() == 2);
    CHECK(waiting_first[5].size() == 2);

    example.cases[0].waits = std::chrono::milliseconds(10);
    const auto others_first = example.plan({{}, {}, 7, 1}).shards(2);
    CHECK(others_first[0].size() == 2);
    CHECK(others_first[1].size() == 2);
    CHECK(others_first[5].size() == 1);
}

TEST_CASE("the other rows are dealt evenly") {
    const Example example;
    const auto shards = example.plan({{}, {}, 7, 1}).shards(3);
    REQUIRE(shards.size() == 3);
    CHECK(shards[0].size() == 3);
    CHECK(shards[1].size() == 3);
    CHECK(shards[2].size() == 2);
}
