#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "judge/baseline.hpp"
#include "base/input_error.hpp"

using namespace conformance;
using Catch::Matchers::Message;

namespace {

std::string with_entry(const std::string& members) {
    return R"({"platform": "P", "entries": [{)" + members + "}]}";
}

constexpr const char* good =
    R"("rows": "a/b[x=*]", "verdict": "fail", "observed": "5", "reason": "r", "source": "s", "grade": "tested")";

void refuses(const std::string& text, const std::string& message) {
    CHECK_THROWS_MATCHES(read_baseline(text, "b.json"), InputError, Message(message));
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    return text.replace(text.find(what), what.size(), with);
}

}  // namespace

TEST_CASE("a baseline is read, or refused with its place") {
    CHECK(read_baseline(with_entry(good), "b.json").entries.size() == 1);
    refuses("", "b.json: line 1, column 1: expected JSON");
    refuses("[]", "b.json: expected an object");
    refuses("{}", "b.json: expected the member \"platform\", of the documented type");
    refuses(R"({"platform": "P", "platform": "Q", "entries": []})",
            "b.json: expected the member \"platform\" once in its object");
    refuses(R"({"platform": "P", "entries": {}})", "b.json: entries: expected an array");
    refuses(R"({"platform": "P", "from": "ten", "entries": []})",
            "b.json: from: expected an NT version such as 10.0.16299");
    refuses(with_entry(replaced(good, "fail", "pass")),
            "b.json: entries[0].verdict: expected fail, inconclusive, timeout, crash or recorded");
    refuses(with_entry(replaced(good, "\"tested\"", "\"X\"")),
            "b.json: entries[0].grade: expected measured, tested, reported or inferred");
    refuses(with_entry(std::string(good) + R"(, "extra": 1)"),
            "b.json: entries[0]: expected no member \"extra\"");
    for (const auto* rows : {"", "a/b[", "a/b[]", "a/b[x]", "a/b[x=]", "[x=1]", "a/b[x=1"}) {
        refuses(with_entry(replaced(good, "a/b[x=*]", rows)),
                std::string("b.json: entries[0].rows: expected a row such as "
                            "case[key=value,key=*], got \"") +
                    rows + "\"");
    }
}

TEST_CASE("what an entry may say beside is read, or refused with its place") {
    const std::string more = std::string(good) + R"(, "also": [{"verdict": "pass", "observed": ""}],
        "bug": "https://bugs.winehq.org/1", "revisit": "2027-01-31",
        "when": {"architecture": "x64", "provider": "p.dll",
                 "registry": {"KeepAliveTime": 60000, "KeepAliveInterval": null}})";
    const auto baseline = read_baseline(with_entry(more), "b.json");
    const auto& entry = baseline.entries.at(0);
    CHECK(entry.outcomes() == std::vector<KnownOutcome>{{Verdict::fail, "5"}, {Verdict::pass, ""}});
    CHECK(entry.when.registry.at("KeepAliveTime") == 60000);
    CHECK_FALSE(entry.when.registry.at("KeepAliveInterval"));
    // It is written as it is read.
    CHECK(read_baseline(to_text(baseline), "b.json").entries == baseline.entries);
    const auto with = [](const char* member) {
        return with_entry(std::string(good) + ", " + member);
    };
    refuses(with(R"("also": [])"), "b.json: entries[0].also: expected an array of outcomes");
    refuses(with(R"("also": [{"verdict": "not-run", "observed": ""}])"),
            "b.json: entries[0].also[0].verdict: expected fail, inconclusive, timeout, crash or "
            "recorded, or pass");
    refuses(with(R"("also": [{"verdict": "fail", "observed": "", "why": ""}])"),
            "b.json: entries[0].also[0]: expected no member \"why\"");
    refuses(with(R"x("bug": "javascript:alert(1)")x"),
            "b.json: entries[0].bug: expected an address that begins with https://");
    refuses(with(R"("revisit": "soon")"),
            "b.json: entries[0].revisit: expected a day such as 2027-01-31");
    refuses(with(R"("when": {"weather": "x"})"),
            "b.json: entries[0].when: expected no member \"weather\"");
    refuses(with(R"("when": {"registry": {"KeepAliveTime": "x"}})"),
            "b.json: entries[0].when.registry.KeepAliveTime: expected a number, or null for none");
}

TEST_CASE("a reason of several entries stands once, and is referred to") {
    const auto text =
        R"({"platform": "P", "reasons": {"short": {"reason": "r", "source": "s", "grade": "tested"}},
        "entries": [
            {"rows": "a/b[x=1]", "verdict": "fail", "observed": "5", "because": "short"},
            {"rows": "a/b[x=2]", "verdict": "fail", "observed": "6", "because": "short"}]})";
    const auto baseline = read_baseline(text, "b.json");
    CHECK(baseline.entries[1].reason == "r");
    CHECK(baseline.entries[1].grade == "tested");
    CHECK(to_text(read_baseline(to_text(baseline), "b.json")) == to_text(baseline));
    CHECK(to_text(baseline).find("\"because\": \"short\"") != std::string::npos);
    // Entries that say the same get a name for it.
    Baseline unnamed{"b.json", {"P", {}}, {}};
    for (const auto* rows : {"a/b[x=1]", "a/b[x=2]"}) {
        unnamed.entries.push_back(
            {rows, Verdict::fail, "5", "One byte is enough.", "s", "tested", false});
    }
    CHECK(to_text(unnamed).find("\"because\": \"one-byte-is-enough\"") != std::string::npos);
    refuses(replaced(text, "\"because\": \"short\"", "\"because\": \"long\""),
            "b.json: entries[0].because: expected a name among the reasons, got \"long\"");
    refuses(replaced(text, "\"observed\": \"5\"", "\"observed\": \"5\", \"grade\": \"tested\""),
            "b.json: entries[0]: expected no member \"grade\"");
    refuses(replaced(text, "\"grade\": \"tested\"", "\"grade\": \"X\""),
            "b.json: reasons.short.grade: expected measured, tested, reported or inferred");
}

TEST_CASE("an entry that fits no row is an error, and so are two for one row") {
    const RowNames names(
        RowCatalogue("a/b\n  checks a.b\n  a/b[x=1]\n  a/b[x=2]\n1 case, 2 rows\n"));
    const auto baseline = [](const std::vector<std::string>& patterns) {
        Baseline result{"b.json", {"P", {}}, {}};
        for (const auto& rows : patterns) {
            result.entries.push_back({rows, Verdict::fail, "5", "r", "s", "tested", false});
        }
        return std::vector{result};
    };
    CHECK_NOTHROW(check_entries(baseline({"a/b[x=1]", "a/b[x=2]"}), names));
    CHECK_NOTHROW(check_entries(baseline({"a/b[*]"}), names));
    for (const auto* rows : {"a/b", "a/b[x=3]", "a/c[*]", "a/b[x=1,y=2]", "a/b[y=*]"}) {
        CHECK_THROWS_MATCHES(check_entries(baseline({rows}), names), NothingMatched,
                             Message("b.json: no row is " + std::string(rows)));
    }
    CHECK_THROWS_MATCHES(check_entries(baseline({"a/b[x=*]", "a/b[x=2]"}), names), InputError,
                         Message("b.json: expected one entry for a/b[x=2], not a/b[x=*] and "
                                 "a/b[x=2]"));
}

TEST_CASE("patterns fit their rows, each once, and no others") {
    const std::vector<std::string> rows{"a/b[x=1,y=1]", "a/b[x=1,y=2]", "a/b[x=2,y=2]"};
    const std::vector<std::string> others{"a/b[x=2,y=1]"};
    const auto patterns = patterns_for(rows, others);
    for (const auto& row : rows) {
        int fits = 0;
        for (const auto& pattern : patterns) {
            fits += RowPattern(pattern, "").matches(row) ? 1 : 0;
        }
        CHECK(fits == 1);
    }
    for (const auto& pattern : patterns) {
        CHECK_FALSE(RowPattern(pattern, "").matches(others[0]));
    }
    CHECK(patterns_for(rows, {}) == std::vector<std::string>{"a/b[x=*,y=*]"});
}
