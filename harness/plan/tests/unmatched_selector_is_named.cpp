#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "example_cases.hpp"
#include "base/input_error.hpp"
#include "plan/selector.hpp"

using namespace conformance;

namespace {

std::vector<std::string> selected(const std::vector<std::string>& selectors,
                                  const std::vector<std::string>& excluded = {}) {
    const auto cases = example_cases();
    std::vector<std::string> names;
    for (const auto& [row, left_out] :
         select_rows(selectors, excluded, cases, example_requirements())) {
        if (left_out.empty()) {
            names.push_back(row.row->name);
        }
    }
    return names;
}

}  // namespace

TEST_CASE("without selectors everything is selected") {
    CHECK(selected({}).size() == 10);
}

TEST_CASE("a path selects whole segments") {
    CHECK(selected({"d"}).size() == 10);
    CHECK(selected({"d/set"}).size() == 8);
    CHECK(selected({"d/set/"}).size() == 8);
    CHECK(selected({"d/set/one"}).size() == 4);
}

TEST_CASE("a requirement's id selects its cases' rows") {
    CHECK(selected({"d.new"}).size() == 4);
}

TEST_CASE("values select rows") {
    CHECK(selected({"d/set/one[family=ipv4]"}).size() == 2);
    CHECK(selected({"d/set/one[n=3]"}) == std::vector<std::string>{"d/set/one[family=ipv6,n=3]"});
    CHECK(selected({"d/set/one[family=ipv6,n=3]"}).size() == 1);
    CHECK(selected({"d/set/one[n=3,family=ipv6]"}).size() == 1);
}

TEST_CASE("such a case runs only when it is named") {
    auto cases = example_cases();
    cases.front().only_when_named = true;
    const auto name = cases.front().name;
    const auto selects = [&](const std::vector<std::string>& selectors) {
        const auto rows = select_rows(selectors, {}, cases, example_requirements());
        return std::ranges::any_of(rows, [&](const SelectedRow& row) {
            return row.row.of_case->name == name && row.left_out.empty();
        });
    };
    CHECK_FALSE(selects({}));
    CHECK_FALSE(selects({"d"}));
    CHECK(selects({name}));
    CHECK(selects({name + "/"}));
    CHECK(selects({"d", name + "[" + cases.front().rows.front().parameters.front().name + "=" +
                            cases.front().rows.front().parameters.front().value + "]"}));
}

TEST_CASE("several selectors add up, and a row is selected once") {
    CHECK(selected({"d/set/one", "d.always", "d/setting"}).size() == 6);
}

TEST_CASE("what is excluded is left out") {
    CHECK(selected({}, {"d/set/one"}).size() == 6);
    CHECK(selected({"d/set"}, {"d/set/one[n=3]", "d/set/one[family=ipv4]"}).size() == 5);
    CHECK(selected({"d/set/one"}, {"d"}).empty());
    CHECK_THROWS_AS(selected({}, {"nothing"}), InputError);
    CHECK_THROWS_AS(selected({}, {"d set"}), InputError);
}

TEST_CASE("a text that is no selector, and an unknown name, are bad input") {
    const auto selector =
        GENERATE("", "d set", "D/SET", "d/set/one[", "d/set/one[n]", "[n=1]", "d/set/one[n=1",
                 "d/set/one[=1]", "d/set/one[n=]", "d/set/one[size=1]", "d.missing", "*");
    CAPTURE(selector);
    CHECK_THROWS_AS(selected({selector}), InputError);
}

TEST_CASE("a selector that no row fits matches nothing") {
    const auto selector = GENERATE("e", "d/se", "d/set/on", "d/set/one/more", "nothing[n=1]",
                                   "d/set/one[n=99]", "d/set/one[family=ipv4,n=3]");
    CAPTURE(selector);
    CHECK_THROWS_AS(selected({selector}), InputError);
    CHECK_THROWS_AS(selected({"d", selector}), InputError);
}
