#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "base/json.hpp"
#include "model/report_reader.hpp"

using namespace conformance;
using Catch::Matchers::Message;

namespace {

Report a_report() {
    Report report;
    report.run.id = "0123456789abcdef";
    report.run.started = "2026-01-31T23:59:59Z";
    report.run.duration_ms = 5;
    report.run.command_line = {"a", "b"};
    report.run.seed = ~std::uint64_t{0};
    report.run.notes = {{"image", "windows-2025 1.0"}};
    report.run.calls = KeptCalls::failing;
    report.run.complete = true;
    report.suite = {"1.0", "abc", "", "GCC", "x64"};
    report.environment.emplace();
    report.environment->os.version = {10, 0, 19045};
    report.environment->os.ubr = 3448;
    report.environment->winsock_kernel = {"d.sys", "00", "1.0", "system"};
    report.environment->catalogue = {{"TCP", 2, 1, 6, 7, 1}};
    report.environment->registry = {{"KeepAliveTime", true, "REG_DWORD", 5},
                                    {"Other", false, "", {}}};
    report.capabilities = {{"ipv6", false, "none"}};
    report.judgement = {{"wine.json"}, true, false};
    report.requirements = {{"a.b",
                            Basis::own,
                            {Verdict::fail, 2, {{Verdict::pass, 1}, {Verdict::fail, 1}}},
                            {{"conflict", "taken"}}}};
    RowResult passed;
    passed.case_name = "a/b";
    passed.row = "a/b[x=1]";
    passed.parameters = {{"x", "1"}};
    passed.source = {"suites/a.cpp", 7};
    passed.requirements = {"a.b"};
    passed.verdict = Verdict::pass;
    passed.standing = Standing::as_documented;
    passed.checks = {{"e", "0", "0", true, 3, false, 2}};
    Call call;
    call.function = "setsockopt";
    call.arguments = {{"s", "0x38"}};
    call.buffers = {{"optval", 4, "01000000", "01000000"}};
    call.result = -1;
    call.error = 10042;
    call.microseconds = 1.5;
    Call in_kernel;
    in_kernel.function = "WskControlSocket";
    in_kernel.result = 0x103;
    in_kernel.error = static_cast<int>(0xC0000002);
    in_kernel.io_status = {1, static_cast<int>(0xC0000002), ~std::uint64_t{0}};
    passed.calls = {call, {}, in_kernel};
    auto failed = passed;
    failed.row = "a/b[x=2]";
    failed.verdict = Verdict::fail;
    failed.checks[0].passed = false;
    failed.standing = std::nullopt;
    auto recorded = passed;
    recorded.row = "a/b[x=3]";
    recorded.verdict = Verdict::recorded;
    recorded.checks[0].recorded = true;
    recorded.attempts = {{"too busy", 17}};
    auto left_out = passed;
    left_out.row = "a/b[x=4]";
    left_out.verdict = Verdict::not_run;
    left_out.reason = "by choice";
    left_out.unobserved = Unobserved::choice;
    report.rows = {passed, failed, recorded, left_out};
    return report;
}

std::string text_of(const Report& report) {
    return Json(report).dump(1);
}

/// The report's text with one text in it replaced by another.
std::string changed(const std::string& from, const std::string& to) {
    auto text = text_of(a_report());
    const auto place = text.find(from);
    REQUIRE(place != text.npos);
    return text.replace(place, from.size(), to);
}

void refuses(const std::string& text, const std::string& message) {
    CHECK_THROWS_MATCHES(read_report(text, "r.json"), InputError, Message(message));
}

}  // namespace

TEST_CASE("a report is read as it was written") {
    const auto text = text_of(a_report());
    CHECK(text_of(read_report(text, "r.json")) == text);
}

TEST_CASE("members that were added later may be missing, and stay so") {
    auto report = a_report();
    report.run.notes.clear();
    report.run.calls = KeptCalls::all;
    report.rows[0].source.reset();
    const auto text = text_of(report);
    CHECK(text.find("notes") == text.npos);
    CHECK(text_of(read_report(text, "r.json")) == text);
}

TEST_CASE("a report may name its schema") {
    CHECK(text_of(read_report(changed("{\n", "{\n \"$schema\": \"urn:x\",\n"), "r.json")) ==
          text_of(a_report()));
}

TEST_CASE("rows may be handed over one by one, and the header read alone") {
    const auto text = text_of(a_report());
    std::vector<std::string> names;
    CHECK(read_report(text, "r.json", [&](RowResult&& row) {
              names.push_back(row.row);
          }).rows.empty());
    CHECK(names == std::vector<std::string>{"a/b[x=1]", "a/b[x=2]", "a/b[x=3]", "a/b[x=4]"});
    const auto header = read_report_header(text, "r.json");
    CHECK(header.environment->os.version == NtVersion{10, 0, 19045});
    CHECK(header.judgement->strict);
}

TEST_CASE("what is no report is refused, with its place") {
    refuses("", "r.json: line 1, column 1: expected JSON");
    refuses("[]", "r.json: expected an object");
    refuses("{}", "r.json: expected the member \"schema_version\"");
    refuses("null", "r.json: expected an object");
    for (const auto bytes : {1u, 100u, 2000u}) {
        const auto cut = text_of(a_report()).substr(0, bytes) + "\xFF";
        refuses(cut, "r.json: " + place_in(cut, cut.size()) + ": expected JSON");
    }
    refuses(changed("\"schema_version\": 2", "\"schema_version\": 1"),
            "r.json: schema_version: expected 2, the version of reports that this program reads");
    refuses(changed("\"seed\": 18446744073709551615", "\"seed\": 18446744073709551616"),
            "r.json: run.seed: expected a whole number of its range");
    const auto huge = changed("\"microseconds\": 1.5", "\"microseconds\": 1e999");
    refuses(huge, "r.json: " + place_in(huge, huge.find("1e999") + 5) +
                      ": expected a number that a double can hold");
    refuses(changed("\"line\": 3", "\"line\": -3"),
            "r.json: rows[0].checks[0].line: expected a whole number of its range");
    refuses(changed("\"verdict\": \"pass\"", "\"verdict\": \"fine\""),
            "r.json: rows[0].verdict: expected a verdict, such as pass");
    refuses(changed("\"unobserved\": \"choice\"", "\"unobserved\": \"whim\""),
            "r.json: rows[3].unobserved: expected capability, version, choice or null");
    refuses(changed("\"strict\": true", "\"strict\": true, \"strict\": true"),
            "r.json: judgement.strict: expected the member once");
    refuses(changed("\"strict\": true", "\"strikt\": true"),
            "r.json: judgement: expected no member \"strikt\"");
    refuses(changed("\"number\": 10042", "\"number\": null"),
            "r.json: rows[0].calls[0].error.number: expected a whole number of its range");
    refuses(changed("\"arguments\": {", "\"arguments\": [[[[[[[["),
            "r.json: rows[0].calls[0].arguments: expected an object");
    refuses(changed("\"passed\": true", "\"passed\": false"),
            "r.json: rows[0]: expected a row that agrees with itself; the verdict is pass, and a "
            "check failed");
}
