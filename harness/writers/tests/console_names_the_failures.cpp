#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "writers/console.hpp"
#include "writers/markdown.hpp"
#include "writers/github_annotations.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;

namespace {

RowResult row_of(const std::string& case_name, const std::string& values, Verdict verdict) {
    RowResult row;
    row.case_name = case_name;
    row.row = case_name + "[" + values + "]";
    const auto sign = values.find('=');
    row.parameters = {{values.substr(0, sign), values.substr(sign + 1)}};
    row.requirements = {"so-keepalive.efault-short-optlen"};
    row.verdict = verdict;
    row.source = {"suites/so_keepalive/optlen.cpp", 30};
    if (verdict == Verdict::fail) {
        row.checks = {{"CHECK_THAT(a, Stores(0))", "0", "0", true, 38},
                      {"CHECK_THAT(b, FailsWith(WSAEFAULT))", "SOCKET_ERROR/WSAEFAULT (10014)", "0",
                       false, 41, false, 2}};
        Call call;
        call.function = "closesocket";
        call.result = 0;
        row.calls = {call, call};
        row.calls[0].function = "setsockopt";
    } else if (verdict != Verdict::pass) {
        row.reason = "the reason";
    }
    return row;
}

Report red_report() {
    Report report;
    report.run.complete = true;
    report.run.command_line = {"winsock-conformance", "run"};
    report.rows = {row_of("so-keepalive/set/x", "optlen=1", Verdict::fail),
                   row_of("so-keepalive/set/x", "optlen=2", Verdict::fail),
                   row_of("so-keepalive/set/x", "optlen=4", Verdict::pass),
                   row_of("so-keepalive/set/y", "optlen=4", Verdict::crash)};
    report.capabilities = {{"ipv6", false, "bind answered no"}, {"ipv4", true, ""}};
    return report;
}

std::string all_rows(const Report& report, ConsoleOptions options = {}) {
    return show_text(
        report, nullptr, options, [](const RowResult&) { return true; }, false);
}

}  // namespace

TEST_CASE("a run ends with what breaks the gate, rows alike in one group, the worst first") {
    const auto text = run_text(red_report(), nullptr, {});
    CHECK_THAT(text, ContainsSubstring("Breaks the gate: 3 rows, worst first\n"
                                       "crash  so-keepalive/set/y[optlen=4]\n"));
    CHECK_THAT(text,
               ContainsSubstring("fail  so-keepalive/set/x[optlen=1], "
                                 "so-keepalive/set/x[optlen=2], 2 rows\n"
                                 "  suites/so_keepalive/optlen.cpp:41  "
                                 "so-keepalive.efault-short-optlen\n"
                                 "  expected SOCKET_ERROR/WSAEFAULT (10014), got 0\n"
                                 "  rerun: winsock-conformance run \"so-keepalive/set/x\"\n"));
    CHECK_THAT(text, ContainsSubstring(
                         "  rerun: winsock-conformance run \"so-keepalive/set/y[optlen=4]\"\n"));
    CHECK_THAT(text, ContainsSubstring("Missing       ipv6: bind answered no"));
    CHECK_THAT(text, EndsWith("Gate          broken, without a baseline\n"));
}

TEST_CASE("forty lines are enough, however much breaks, and say where the rest is") {
    auto report = red_report();
    for (int i = 0; i < 200; ++i) {
        report.rows.push_back(
            row_of("so-keepalive/set/z" + std::to_string(i), "optlen=1", Verdict::fail));
    }
    for (int i = 0; i < 200; ++i) {
        auto hidden =
            row_of("so-keepalive/set/h" + std::to_string(i), "optlen=1", Verdict::inconclusive);
        hidden.verdict = Verdict::not_measured;
        hidden.reason = "reason " + std::to_string(i % 50);
        report.rows.push_back(hidden);
    }
    ConsoleOptions options;
    options.report_path = "report.json";
    const auto text = run_text(report, nullptr, options);
    CHECK(text.size() - text.find("Breaks the gate") > 500);
    const auto tail = text.substr(text.find("Breaks the gate"));
    CHECK(std::ranges::count(tail, '\n') <= 40);
    CHECK_THAT(tail, ContainsSubstring("more groups, "));
    CHECK_THAT(tail, ContainsSubstring("conformance-report show \"report.json\" --only breaking"));
    // What has one reason is one line, whatever its case.
    CHECK_THAT(text, ContainsSubstring("not-measured  4 rows of 4 cases: reason 0\n"));
    CHECK_THAT(text, ContainsSubstring("... and 38 more groups"));
}

TEST_CASE("in full, every check has a line with its sign, its place and its call") {
    ConsoleOptions options;
    options.layout.width = 200;
    options.only = OnlyRows::breaking;
    const auto text = all_rows(red_report(), options);
    CHECK_THAT(text, ContainsSubstring(
                         "  + suites/so_keepalive/optlen.cpp:38  CHECK_THAT(a, Stores(0))\n"));
    CHECK_THAT(text, ContainsSubstring("  x suites/so_keepalive/optlen.cpp:41  CHECK_THAT(b, "
                                       "FailsWith(WSAEFAULT))\n"
                                       "      expected SOCKET_ERROR/WSAEFAULT (10014)\n"
                                       "      got      0\n"
                                       "      call     closesocket() = 0\n"));
    CHECK_THAT(text, !ContainsSubstring("    1  setsockopt"));
    options.calls = true;
    CHECK_THAT(all_rows(red_report(), options), ContainsSubstring("    1  setsockopt() = 0\n"));
}

TEST_CASE("show begins with the gate") {
    const auto text = all_rows(red_report());
    CHECK(text.starts_with("Gate          broken, without a baseline\n"));
}

TEST_CASE("what another program takes for a command is no command line to run again") {
    auto report = red_report();
    report.rows = {row_of("a/b", "x=\"; rm -rf /", Verdict::fail)};
    CHECK_THAT(run_text(report, nullptr, {}), !ContainsSubstring("rerun:"));
    report = red_report();
    report.run.command_line = {"winsock-conformance", "run", "--provider", "$(evil).dll"};
    CHECK_THAT(run_text(report, nullptr, {}), !ContainsSubstring("rerun:"));
    report.run.command_line = {"winsock-conformance", "run", "--provider=my stack.dll", "--jobs",
                               "3"};
    CHECK_THAT(run_text(report, nullptr, {}),
               ContainsSubstring("[optlen=4]\" --provider \"my stack.dll\"\n"));
}

TEST_CASE("no command line to run again has an option that the report made up") {
    for (const auto* name : {"--provider=x.dll", "a/b\\", "//host/share"}) {
        auto report = red_report();
        report.rows = {row_of(name, "x=1", Verdict::fail)};
        report.rows[0].row = name;
        CHECK_THAT(run_text(report, nullptr, {}), !ContainsSubstring("rerun:"));
    }
}

TEST_CASE("a row that could not be observed is shown where it breaks the gate") {
    auto report = red_report();
    report.rows = {row_of("a/b", "x=1", Verdict::inconclusive)};
    report.rows[0].unobserved = Unobserved::capability;
    CHECK_THAT(run_text(report, nullptr, {}), ContainsSubstring("Breaks the gate: 1 row"));
    report.judgement.emplace();
    CHECK_THAT(run_text(report, nullptr, {}), !ContainsSubstring("a/b"));
}

TEST_CASE("what a terminal would obey is shown instead") {
    auto report = red_report();
    report.rows[0].checks[1].actual = "\x1B[2Jgone\n\x7F";
    report.rows[0].source->file = "\x1B]0;x\x07.cpp";
    ConsoleOptions full;
    full.only = OnlyRows::breaking;
    CHECK(all_rows(report, full).find('\x1B') == std::string::npos);
    CHECK_THAT(run_text(report, nullptr, {}), ContainsSubstring("got \\x1B[2Jgone\\x0A\\x7F"));
}

TEST_CASE("the summary of a CI run leads with what broke, one line for rows alike") {
    const auto text = markdown(red_report());
    CHECK(text.find("What breaks the gate") < text.find("| Rows |"));
    CHECK_THAT(text, ContainsSubstring("expected `SOCKET_ERROR/WSAEFAULT (10014)`<br>got `0`"));
    CHECK_THAT(text, ContainsSubstring("`suites/so_keepalive/optlen.cpp:41`<br>"
                                       "`winsock-conformance run \"so-keepalive/set/x\"`"));
}

TEST_CASE("an annotation stands beside the check, and says how to run the rows again") {
    const auto text = github_annotations(red_report());
    CHECK(std::ranges::count(text, '\n') == 2);
    CHECK_THAT(text, ContainsSubstring("::error file=suites/so_keepalive/optlen.cpp,line=41,title="
                                       "so-keepalive/set/x[optlen=1]"));
    CHECK_THAT(text, ContainsSubstring("%0Arerun: winsock-conformance run"));
}
