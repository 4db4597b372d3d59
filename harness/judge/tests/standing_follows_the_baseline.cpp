#include <utility>

#include <catch2/catch_test_macros.hpp>

#include "judge/judge.hpp"

using namespace conformance;

namespace {

RowResult judged_row(const char* name, Verdict verdict, const char* said = "") {
    RowResult row;
    row.row = name;
    row.case_name = case_of(name);
    row.verdict = verdict;
    if (verdict == Verdict::fail) {
        row.checks = {{"", "0", "0", true, 1}, {"", "1", said, false, 2}};
    } else if (verdict != Verdict::pass) {
        row.reason = said;
    }
    return row;
}

Report windows_10_report(std::vector<RowResult> rows) {
    Report report;
    report.run.complete = true;
    report.environment.emplace();
    report.environment->os.version = {10, 0, 19045};
    report.environment->provider.path = "C:\\Windows\\System32\\ws2_32.dll";
    report.capabilities = {{"raw", false, "no rights"}};
    report.rows = std::move(rows);
    return report;
}

Baseline baseline_of(std::vector<BaselineEntry> entries) {
    return {"b.json", {"Windows 10", {}, {NtVersion{10, 0, 0}, {}}}, std::move(entries)};
}

BaselineEntry entry(const char* rows, Verdict verdict, const char* observed) {
    return {rows, verdict, observed, "why", "where", "tested", false};
}

/// The standing of one row against one baseline.
std::optional<Standing> standing(const RowResult& row, const Baseline& baseline) {
    auto report = windows_10_report({row});
    judge(report, KnownDeviations({baseline}, *report.environment), false);
    return report.rows[0].standing;
}

}  // namespace

TEST_CASE("a row stands to its baseline as it was recorded, or not") {
    const auto known = baseline_of(
        {entry("a/b[x=*,y=1]", Verdict::fail, "5"), entry("a/c", Verdict::crash, "died")});
    CHECK(standing(judged_row("a/b[x=1,y=1]", Verdict::fail, "5"), known) ==
          Standing::known_deviation);
    CHECK(standing(judged_row("a/b[x=2,y=1]", Verdict::fail, "6"), known) == Standing::changed);
    CHECK(standing(judged_row("a/b[x=2,y=1]", Verdict::timeout, "5"), known) == Standing::changed);
    CHECK(standing(judged_row("a/b[x=2,y=1]", Verdict::pass), known) == Standing::improvement);
    CHECK(standing(judged_row("a/b[x=1,y=2]", Verdict::fail, "5"), known) == Standing::regression);
    CHECK(standing(judged_row("a/b[x=1,y=2]", Verdict::pass), known) == Standing::as_documented);
    CHECK(standing(judged_row("a/c", Verdict::crash, "died"), known) == Standing::known_deviation);
    CHECK(standing(judged_row("a/c", Verdict::crash, "died elsewhere"), known) ==
          Standing::changed);
    CHECK(standing(judged_row("a/d", Verdict::crash, "died"), known) == Standing::regression);
    CHECK(standing(judged_row("a/d", Verdict::inconclusive, "no"), known) == Standing::regression);
}

namespace {

RowResult recorded_row(const char* name, const char* seen) {
    auto row = judged_row(name, Verdict::recorded);
    row.checks = {{"", "any outcome", seen, true, 1, true}};
    row.reason.clear();
    return row;
}

}  // namespace

TEST_CASE("what is recorded has a standing where a baseline has it") {
    const auto known = baseline_of({entry("a/b[x=*]", Verdict::recorded, "accepted")});
    CHECK(standing(recorded_row("a/b[x=1]", "accepted"), known) == Standing::as_recorded);
    CHECK(standing(recorded_row("a/b[x=1]", "refused"), known) == Standing::recorded_otherwise);
    CHECK_FALSE(standing(recorded_row("a/c", "accepted"), known));
    // A row that demands something again, and does not get it.
    CHECK(standing(judged_row("a/b[x=1]", Verdict::fail, "5"), known) == Standing::changed);
    auto report = windows_10_report({recorded_row("a/b[x=1]", "refused")});
    judge(report, KnownDeviations({known}, *report.environment), false);
    CHECK_FALSE(report.judgement->gate_holds);
}

TEST_CASE("each of several outcomes is known") {
    auto either = entry("a/b", Verdict::fail, "5");
    either.also = {{Verdict::fail, "6"}, {Verdict::pass, ""}};
    const auto known = baseline_of({either});
    CHECK(standing(judged_row("a/b", Verdict::fail, "5"), known) == Standing::known_deviation);
    CHECK(standing(judged_row("a/b", Verdict::fail, "6"), known) == Standing::known_deviation);
    CHECK(standing(judged_row("a/b", Verdict::pass), known) == Standing::as_documented);
    CHECK(standing(judged_row("a/b", Verdict::fail, "7"), known) == Standing::changed);
    // One of them says nothing against the others.
    const RowNames names(RowCatalogue("a/b\n  checks a.new\n  a/b\n1 cases, 1 rows\n"));
    CHECK(
        updated(known, windows_10_report({judged_row("a/b", Verdict::fail, "6")}), names).entries ==
        known.entries);
    CHECK(updated(known, windows_10_report({judged_row("a/b", Verdict::fail, "7")}), names)
              .entries.front()
              .outcomes() == std::vector<KnownOutcome>{{Verdict::fail, "7"}});
}

TEST_CASE("an entry speaks of the machines that its condition names") {
    auto on_arm = entry("a/b", Verdict::fail, "5");
    on_arm.when.architecture = "arm64";
    auto with_value = entry("a/c", Verdict::fail, "5");
    with_value.when.registry = {{"KeepAliveTime", 60000}};
    auto without_value = entry("a/d", Verdict::fail, "5");
    without_value.when.registry = {{"KeepAliveTime", std::nullopt}};
    const auto known = baseline_of({on_arm, with_value, without_value});
    const auto of = [&](const char* name, std::optional<std::uint32_t> time) {
        auto report = windows_10_report({judged_row(name, Verdict::fail, "5")});
        report.environment->architecture.native = "x64";
        report.environment->architecture.process = "x64";
        report.environment->registry = {{"KeepAliveTime", time.has_value(), "REG_DWORD", time}};
        judge(report, KnownDeviations({known}, *report.environment), false);
        return report.rows[0].standing;
    };
    CHECK(of("a/b", {}) == Standing::regression);
    CHECK(of("a/c", {}) == Standing::regression);
    CHECK(of("a/c", 60000) == Standing::known_deviation);
    CHECK(of("a/c", 60001) == Standing::regression);
    CHECK(of("a/d", {}) == Standing::known_deviation);
    CHECK(of("a/d", 60000) == Standing::regression);
    // What speaks of another machine stays as it is.
    const RowNames names(RowCatalogue("a/b\n  checks a.new\n  a/b\n1 cases, 1 rows\n"));
    const auto after = updated(baseline_of({on_arm}),
                               windows_10_report({judged_row("a/b", Verdict::pass)}), names);
    CHECK(after.entries == std::vector<BaselineEntry>{on_arm});
}

TEST_CASE("what is recorded is in the baseline that an update makes") {
    const RowNames names(RowCatalogue("a/b\n  checks a.new\n  a/b\n1 cases, 1 rows\n"));
    const auto after =
        updated(baseline_of({}), windows_10_report({recorded_row("a/b", "accepted")}), names);
    REQUIRE(after.entries.size() == 1);
    CHECK(after.entries[0].verdict == Verdict::recorded);
    CHECK(after.entries[0].observed == "accepted");
}

TEST_CASE("a row that says nothing of the platform has no standing") {
    const auto known = baseline_of({entry("a/c", Verdict::fail, "5")});
    for (const auto* name : {"a/b", "a/c"}) {
        CAPTURE(name);
        for (const auto verdict :
             {Verdict::not_applicable, Verdict::not_measured, Verdict::not_run}) {
            CHECK_FALSE(standing(judged_row(name, verdict, "why"), known));
        }
        for (const auto cause : {Unobserved::capability, Unobserved::version}) {
            auto row = judged_row(name, Verdict::inconclusive, "why");
            row.unobserved = cause;
            CHECK_FALSE(standing(row, known));
        }
    }
    CHECK(standing(judged_row("a/b", Verdict::inconclusive, "why"), known) == Standing::regression);
}

TEST_CASE("a regression is said only where the platform was measured") {
    auto predicted = baseline_of({entry("a/c", Verdict::fail, "5")});
    predicted.entries[0].unconfirmed = true;
    const auto row = judged_row("a/b", Verdict::fail, "5");
    CHECK(standing(row, predicted) == Standing::unknown);
    CHECK(standing(row, baseline_of({})) == Standing::unknown);
    auto measured = baseline_of({});
    measured.measured = "report 0123";
    CHECK(standing(row, measured) == Standing::regression);
    predicted.entries.push_back(entry("a/d", Verdict::fail, "5"));
    CHECK(standing(row, predicted) == Standing::regression);
}

TEST_CASE("a baseline is of an architecture, of server or client, and of a provider") {
    auto report = windows_10_report({judged_row("a/c", Verdict::fail, "5")});
    auto& environment = *report.environment;
    environment.architecture = {"x64", "x86", true};
    const auto fits = [&](const Platform& platform) { return platform.is(environment); };
    Platform platform{"Windows 10", {}};
    CHECK(fits(platform));
    platform.architecture = "x64";
    CHECK_FALSE(fits(platform));
    platform.architecture = "x86 on x64";
    CHECK(fits(platform));
    platform.server = true;
    CHECK_FALSE(fits(platform));
    platform.server = false;
    CHECK(fits(platform));
    environment.provider.path = "C:\\my\\Provider.dll";
    CHECK_FALSE(fits(platform));
    platform.provider = "provider.dll";
    CHECK(fits(platform));
    environment.os.reactos_version = "0.4.16";
    CHECK_FALSE(fits(platform));
    platform.reactos = "0.4";
    CHECK(fits(platform));
}

TEST_CASE("a baseline counts for its platform alone, and the last one has the last word") {
    auto report = windows_10_report({judged_row("a/c", Verdict::fail, "5")});
    auto elsewhere = baseline_of({entry("a/c", Verdict::fail, "5")});
    elsewhere.platform.wine = "8";
    const KnownDeviations none({elsewhere}, *report.environment);
    CHECK(none.files().empty());
    CHECK(none.find("a/c") == nullptr);
    const auto first = baseline_of({entry("a/c", Verdict::fail, "5")});
    const auto second = baseline_of({entry("a/c", Verdict::fail, "6")});
    const std::vector both{first, second};
    CHECK(KnownDeviations(both, *report.environment).find("a/c")->observed == "6");

    report.environment->os.wine_version = "8.0.1";
    CHECK(KnownDeviations({elsewhere}, *report.environment).files().size() == 1);
    report.environment->os.wine_version = "80.1";
    CHECK(KnownDeviations({elsewhere}, *report.environment).files().empty());
}

TEST_CASE("regressions and changes break the gate, improvements when it is strict") {
    const auto known = baseline_of({entry("a/c", Verdict::fail, "5")});
    const auto holds = [&](const RowResult& row, bool strict) {
        auto report = windows_10_report({row});
        judge(report, KnownDeviations({known}, *report.environment), strict);
        return report.judgement->gate_holds;
    };
    CHECK(holds(judged_row("a/c", Verdict::fail, "5"), true));
    CHECK_FALSE(holds(judged_row("a/c", Verdict::fail, "6"), false));
    CHECK_FALSE(holds(judged_row("a/b", Verdict::fail, "5"), false));
    CHECK(holds(judged_row("a/c", Verdict::pass), false));
    CHECK_FALSE(holds(judged_row("a/c", Verdict::pass), true));
    CHECK_FALSE(holds(judged_row("a/b", Verdict::not_run, "ended"), false));
}

TEST_CASE("judging again goes by today's requirements") {
    RequirementCatalogue requirements;
    requirements.add(R"({"document": {"id": "a", "title": "t", "address": "https://x"},
        "requirements": [{"id": "a.new", "section": "s", "statement": "s", "basis": "document"},
                         {"id": "a.old", "section": "s", "statement": "s", "basis": "document",
                          "until": "6.3"}]})",
                     "a.json");
    const RowCatalogue rows(
        "a/b\n  checks a.new\n  a/b\na/c\n  checks a.old\n  a/c\n"
        "a/d\n  checks a.new\n  a/d from 10.0.22000\na/e\n  checks a.new\n  a/e\n"
        "a/f\n  checks a.new\n  a/f observable-from 10.0.22000\n5 cases, 5 rows\n");
    auto report =
        windows_10_report({judged_row("a/b", Verdict::not_applicable,
                                      "a.new applies from 10.0.22000; this is NT 10.0.19045"),
                           judged_row("a/c", Verdict::fail, "5"), judged_row("a/d", Verdict::pass),
                           judged_row("a/gone", Verdict::pass),
                           judged_row("a/e", Verdict::not_applicable, "the network works"),
                           judged_row("a/f", Verdict::pass)});
    rejudge(report, requirements, rows);
    CHECK(report.rows[0].verdict == Verdict::not_run);
    CHECK(report.rows[1].verdict == Verdict::not_applicable);
    CHECK(report.rows[1].reason ==
          "a.old applies until Windows 8.1, Server 2012 R2 (6.3); this is NT 10.0.19045");
    CHECK(report.rows[2].verdict == Verdict::not_applicable);
    CHECK(report.rows[3].verdict == Verdict::pass);
    CHECK(report.rows[4].verdict == Verdict::not_applicable);
    CHECK(report.rows[5].verdict == Verdict::inconclusive);
    CHECK(report.rows[5].unobserved == Unobserved::version);
    CHECK(report.requirements.size() == 2);
    CHECK(report.requirements[0].id == "a.new");
}

TEST_CASE("a row that found something else broken stays about that") {
    RequirementCatalogue requirements;
    requirements.add(R"({"document": {"id": "a", "title": "t", "address": "https://x"},
        "requirements": [{"id": "a.own", "section": "s", "statement": "s", "basis": "document"},
                         {"id": "a.own-too", "section": "s", "statement": "s", "basis": "document"},
                         {"id": "a.found", "section": "s", "statement": "s", "basis": "document"}]})",
                     "a.json");
    const RowCatalogue rows(
        "a/b\n  checks a.own a.own-too\n  may-find a.found\n  a/b[x=1]\n  a/b[x=2]\n"
        "  a/b[x=3]\n1 case, 3 rows\n");
    auto found = judged_row("a/b[x=1]", Verdict::fail, "5");
    found.requirements = {"a.found"};
    auto part = judged_row("a/b[x=2]", Verdict::pass);
    part.requirements = {"a.own"};
    auto old = judged_row("a/b[x=3]", Verdict::pass);
    old.requirements = {"a.of-before"};
    auto report = windows_10_report({found, part, old});
    rejudge(report, requirements, rows);
    CHECK(report.rows[0].requirements == std::vector<std::string>{"a.found"});
    CHECK(report.rows[1].requirements == std::vector<std::string>{"a.own"});
    CHECK(report.rows[2].requirements == std::vector<std::string>{"a.own", "a.own-too"});
}

TEST_CASE("an update keeps what stands, drops what is gone, and adds what is new") {
    RowNames names(
        RowCatalogue("a/b\n  checks a.b\n  a/b[x=1]\n  a/b[x=2]\n  a/b[x=3]\n"
                     "a/c\n  checks a.b\n  a/c\n2 cases, 4 rows\n"));
    auto before =
        baseline_of({entry("a/b[x=*]", Verdict::fail, "5"), entry("a/c", Verdict::fail, "5")});
    before.entries[1].unconfirmed = true;
    auto report = windows_10_report({judged_row("a/b[x=1]", Verdict::fail, "5"),
                                     judged_row("a/b[x=2]", Verdict::pass),
                                     judged_row("a/c", Verdict::fail, "7")});
    report.run.id = "0123";
    const auto after = updated(before, report, names);
    REQUIRE(after.entries.size() == 3);
    // x=3 is not in the report: what was known of it stands.
    CHECK(after.entries[0].rows == "a/b[x=1]");
    CHECK(after.entries[1].rows == "a/b[x=3]");
    CHECK(after.entries[2].observed == "7");
    CHECK(after.entries[2].reason == "why");
    CHECK_FALSE(after.entries[2].unconfirmed);
    CHECK(to_text(updated(after, report, names)) == to_text(after));
    CHECK(read_baseline(to_text(after), "b.json").entries.size() == 3);

    report.rows = {judged_row("a/b[x=2]", Verdict::fail, "9")};
    const auto more = updated(after, report, names);
    CHECK(more.entries[1].rows == "a/b[x=2]");
    CHECK(more.entries[1].reason == "not explained yet");
}

TEST_CASE("an update drops what cannot be as it was recorded") {
    const RowNames names(RowCatalogue("a/c\n  checks a.b\n  a/c\n1 case, 1 row\n"));
    const auto entries_after = [&](const RowResult& row, Verdict recorded) {
        return updated(baseline_of({entry("a/c", recorded, "5")}), windows_10_report({row}), names)
            .entries.size();
    };
    CHECK(entries_after(judged_row("a/c", Verdict::recorded), Verdict::fail) == 1);
    CHECK(entries_after(judged_row("a/c", Verdict::not_applicable, "the network works"),
                        Verdict::inconclusive) == 0);
    CHECK(entries_after(judged_row("a/c", Verdict::not_applicable,
                                   "a.b applies until 6.3; this is NT 10.0.19045"),
                        Verdict::fail) == 1);
    auto unobserved = judged_row("a/c", Verdict::inconclusive, "needs x: no");
    unobserved.unobserved = Unobserved::capability;
    CHECK(entries_after(unobserved, Verdict::inconclusive) == 0);
    CHECK(entries_after(unobserved, Verdict::fail) == 1);
}

TEST_CASE("an update takes over nothing that was not measured, and says when all was") {
    const RowNames names(
        RowCatalogue("a/b\n  checks a.b\n  a/b[x=1]\n  a/b[x=2]\n1 case, 2 rows\n"));
    auto report = windows_10_report({judged_row("a/b[x=1]", Verdict::not_measured, "busy")});
    report.run.id = "0123";
    CHECK(updated(baseline_of({}), report, names).entries.empty());
    CHECK_FALSE(updated(baseline_of({}), report, names).is_measured());
    report.rows.push_back(judged_row("a/b[x=2]", Verdict::pass));
    CHECK(updated(baseline_of({}), report, names).is_measured());
}
