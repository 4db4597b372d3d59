#include <utility>

#include <catch2/catch_test_macros.hpp>

#include "judge/diff.hpp"

using namespace conformance;

namespace {

RowResult row_of(const char* name, Verdict verdict, const char* said = "") {
    RowResult row;
    row.row = name;
    row.requirements = {"a.b"};
    row.verdict = verdict;
    if (verdict == Verdict::fail) {
        row.checks = {{"", "1", said, false, 2}};
    } else if (verdict != Verdict::pass) {
        row.reason = said;
    }
    return row;
}

Report report_of(std::vector<RowResult> rows) {
    Report report;
    report.rows = std::move(rows);
    return report;
}

/// What becomes of a row from one verdict to another; nothing when it is the same.
std::optional<Change> change(const RowResult& before, const RowResult& after) {
    const auto old_report = report_of({before});
    const auto new_report = report_of({after});
    const auto result = diff(old_report, new_report);
    return result.rows.empty() ? std::nullopt : std::optional(result.rows[0].change);
}

Call call_of(const char* function, std::int64_t result) {
    Call call;
    call.function = function;
    call.result = result;
    return call;
}

}  // namespace

TEST_CASE("verdicts have an order from crash to pass") {
    const auto pass = row_of("a", Verdict::pass);
    const auto fail = row_of("a", Verdict::fail, "5");
    const auto crash = row_of("a", Verdict::crash, "died");
    const auto unsure = row_of("a", Verdict::inconclusive, "why");
    CHECK(change(pass, pass) == std::nullopt);
    CHECK(change(pass, fail) == Change::worse);
    CHECK(change(fail, crash) == Change::worse);
    CHECK(change(pass, unsure) == Change::worse);
    CHECK(change(pass, row_of("a", Verdict::not_run, "x")) == Change::worse);
    CHECK(change(crash, unsure) == Change::better);
    CHECK(change(fail, row_of("a", Verdict::fail, "6")) == Change::changed);
    CHECK(change(fail, row_of("a", Verdict::not_run, "x")) == Change::worse);
    CHECK(change(fail, row_of("a", Verdict::not_applicable, "x")) == Change::better);
    CHECK(change(row_of("a", Verdict::not_applicable, "x"), crash) == Change::worse);
    CHECK(change(row_of("a", Verdict::not_applicable, "x"), pass) == Change::changed);
    CHECK(change(row_of("a", Verdict::not_run, "x"), fail) == Change::now_measured);
    CHECK(change(row_of("a", Verdict::not_run, "x"), unsure) == Change::changed);
    CHECK(change(unsure, fail) == Change::now_measured);
    CHECK(change(unsure, crash) == Change::now_measured);
    CHECK(change(unsure, pass) == Change::better);
    CHECK(change(row_of("a", Verdict::not_measured, "x"), pass) == Change::now_measured);
}

TEST_CASE("rows come and go") {
    const auto before = report_of({row_of("a", Verdict::pass), row_of("b", Verdict::pass)});
    const auto after = report_of({row_of("b", Verdict::pass), row_of("c", Verdict::fail, "5")});
    const auto result = diff(before, after);
    CHECK(result.count(Change::vanished) == 1);
    CHECK(result.count(Change::appeared) == 1);
    CHECK(result.count(Change::worse) == 0);
}

TEST_CASE("rows that differ alike are reported together, by their pattern") {
    const auto before = report_of({row_of("a[x=1]", Verdict::pass), row_of("a[x=2]", Verdict::pass),
                                   row_of("b[x=1]", Verdict::pass)});
    const auto after =
        report_of({row_of("a[x=1]", Verdict::fail, "5"), row_of("a[x=2]", Verdict::fail, "5"),
                   row_of("b[x=1]", Verdict::fail, "5")});
    const auto result = diff(before, after);
    REQUIRE(result.groups.size() == 2);
    CHECK(result.groups[0].requirement == "a.b");
    CHECK(result.groups[0].patterns == std::vector<std::string>{"a[x=*]"});
    CHECK(result.groups[0].rows.size() == 2);
}

TEST_CASE("the worst difference comes first") {
    const auto before = report_of({row_of("a", Verdict::fail, "5"), row_of("b", Verdict::pass)});
    const auto after = report_of({row_of("a", Verdict::pass), row_of("b", Verdict::fail, "5")});
    const auto result = diff(before, after);
    REQUIRE(result.groups.size() == 2);
    CHECK(result.groups[0].change == Change::worse);
    CHECK(result.groups[1].change == Change::better);
}

TEST_CASE("the number of its own build in a reason is no difference") {
    const auto report_on = [](std::uint32_t build, const std::string& reason) {
        auto report = report_of({row_of("a", Verdict::inconclusive, reason.c_str())});
        report.environment.emplace();
        report.environment->os.version = {10, 0, build};
        report.environment->os.ubr = 7;
        return report;
    };
    const auto changes = [&](const std::string& before, const std::string& after) {
        return diff(report_on(19045, before), report_on(22631, after)).rows.size();
    };
    CHECK(changes("this is NT 10.0.19045", "this is NT 10.0.22631") == 0);
    CHECK(changes("of 10.0.19045.7, that is", "of 10.0.22631.7, that is") == 0);
    CHECK(changes("build 19045", "build 22631") == 0);
    CHECK(changes("waited 190450 ms", "waited 226310 ms") == 1);
    CHECK(changes("this is NT 10.0.19045", "that is NT 10.0.22631") == 1);
}

TEST_CASE("a row that a report left out by choice is not in it") {
    auto left_out = row_of("a", Verdict::not_run, "--exclude a");
    left_out.unobserved = Unobserved::choice;
    const auto before = report_of({row_of("a", Verdict::pass)});
    const auto after = report_of({left_out});
    const auto result = diff(before, after);
    CHECK(result.count(Change::worse) == 0);
    CHECK(result.count(Change::vanished) == 1);
}

TEST_CASE("differences of the environment come with it") {
    auto before = report_of({});
    before.environment.emplace();
    auto after = before;
    before.environment->os.ubr = 1;
    after.environment->os.ubr = 2;
    after.capabilities = {{"ipv6", false, "none"}};
    const auto result = diff(before, after);
    REQUIRE(result.facts.size() == 2);
    CHECK(result.facts[0].fact == "UBR");
    CHECK(result.facts[1].before == "not recorded");
}

TEST_CASE("the calls that only one side has are reported") {
    auto before = row_of("a", Verdict::pass);
    auto after = before;
    before.calls = {call_of("socket", 56), call_of("listen", 0), call_of("closesocket", 0)};
    after.calls = {call_of("socket", 72), call_of("listen", -1), call_of("closesocket", 0)};
    CHECK(own_calls(&before, &after) == std::vector<std::string>{"listen() = 0"});
    CHECK(own_calls(&after, &before) == std::vector<std::string>{"listen() = -1"});
    CHECK(own_calls(&before, nullptr).size() == 3);
    CHECK(own_calls(nullptr, &before).empty());
}
