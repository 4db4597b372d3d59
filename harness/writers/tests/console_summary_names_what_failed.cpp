#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "writers/console_summary.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

namespace {

RowResult failed_row() {
    RowResult row;
    row.row = "so-keepalive/set/x[family=ipv4,optlen=3]";
    row.requirements = {"so-keepalive.efault-short-optlen"};
    row.verdict = Verdict::fail;
    row.checks = {{"e", "0", "0", true, 1}, {"e", "SOCKET_ERROR/WSAEFAULT (10014)", "0", false, 2}};
    return row;
}

}  // namespace

TEST_CASE("a failed row names requirement, expectation and what happened") {
    CHECK(console_line(failed_row()) ==
          "so-keepalive.efault-short-optlen  so-keepalive/set/x[family=ipv4,optlen=3]  "
          "expected SOCKET_ERROR/WSAEFAULT (10014), got 0");
}

TEST_CASE("a row that could not be judged tells why") {
    auto row = failed_row();
    row.verdict = Verdict::inconclusive;
    row.checks.clear();
    row.reason = "no IPv6 here";
    CHECK_THAT(console_line(row), ContainsSubstring("no IPv6 here"));
}

TEST_CASE("what a terminal would obey is shown instead") {
    auto row = failed_row();
    row.checks[1].actual = "\x1B[2Jgone\n\x7F";
    CHECK_THAT(console_line(row), ContainsSubstring("got \\x1B[2Jgone\\x0A\\x7F"));
}

TEST_CASE("the summary counts and names what is missing") {
    Report report;
    report.rows = {failed_row()};
    report.capabilities = {{"ipv6", false, "bind answered no"}, {"ipv4", true, ""}};
    const auto text = console_summary(report);
    CHECK_THAT(text, ContainsSubstring("Rows          1: 1 fail"));
    CHECK_THAT(text, ContainsSubstring("Missing       ipv6: bind answered no"));
    CHECK_THAT(text, ContainsSubstring("INCOMPLETE"));
    CHECK_THAT(text, !ContainsSubstring("ipv4:"));
}
