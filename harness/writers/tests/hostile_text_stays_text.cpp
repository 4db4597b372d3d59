#include <catch2/catch_test_macros.hpp>

#include "writers/ctrf.hpp"
#include "writers/escape.hpp"
#include "writers/github_annotations.hpp"
#include "writers/junit.hpp"
#include "writers/markdown.hpp"

using namespace conformance;

TEST_CASE("a terminal gets nothing that it would obey") {
    CHECK(terminal_text("plain \xC3\xA9") == "plain \xC3\xA9");
    CHECK(terminal_text("\x1B[2J\n\x7F") == "\\x1B[2J\\x0A\\x7F");
    CHECK(terminal_text("\xC2\x9B"
                        "2J") == "\\xC2\\x9B2J");
    CHECK(terminal_text("\xE2\x80\xAE"
                        "abc\xE2\x81\xA6") == "\\xE2\\x80\\xAEabc\\xE2\\x81\\xA6");
    for (const auto* invisible : {"\xD8\x9C", "\xE2\x80\x8B", "\xE2\x80\x8F", "\xE2\x80\xA8",
                                  "\xE2\x81\xA0", "\xE2\x81\xA9", "\xEF\xBB\xBF"}) {
        CHECK(terminal_text(invisible).starts_with("\\x"));
    }
    CHECK(terminal_text("\xE2\x80\x93\xE2\x81\xB0") == "\xE2\x80\x93\xE2\x81\xB0");
    CHECK(terminal_text("  ::error::x ##[group]") == "  \\x3A:error::x #\\x23[group]");
    CHECK(terminal_text("\xFF") == "\xEF\xBF\xBD");
}

TEST_CASE("no pipeline takes a text for a command") {
    CHECK(terminal_text("x ##vso[task.complete]") == "x #\\x23vso[task.complete]");
    CHECK(terminal_text("##[error]") == "#\\x23[error]");
}

TEST_CASE("Markdown gets a code span that nothing ends") {
    CHECK(markdown_code("").empty());
    CHECK(markdown_code("a|c\n<img>") == "`a\\|c\\x0A<img>`");
    CHECK(markdown_code("a`b") == "`` a`b ``");
    CHECK(markdown_code("```") == "```` ``` ````");
}

TEST_CASE("XML gets what it can hold") {
    CHECK(xml_text("<a b=\"c\">&'\n\t") == "&lt;a b=&quot;c&quot;&gt;&amp;'&#10;&#9;");
    CHECK(xml_text(std::string_view("\0\x1B", 2)) == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(xml_text("\xEF\xBF\xBE") == "\xEF\xBF\xBD");
}

TEST_CASE("a spreadsheet gets no formula") {
    CHECK(csv_field("a \"b\"") == "\"a \"\"b\"\"\"");
    for (const auto* text :
         {"=1", "+1", "-1", "@x", "  =1", "\xC2\xA0=1", "\xE3\x80\x80-1", "\xEF\xBC\x9D\x31"}) {
        CHECK(csv_field(text) == "\"'" + std::string(text) + "\"");
    }
    CHECK(csv_field("\t=1\x1B[2J") == "\"\\x09=1\\x1B[2J\"");
}

TEST_CASE("a script element is not ended, a workflow command not begun") {
    CHECK(json_in_html("\"</script><!--\"") == "\"\\u003c/script>\\u003c!--\"");
    CHECK(github_message("a%\nb") == "a%25\\x0Ab");
    CHECK(github_property("a:b,c") == "a%3Ab%2Cc");
}

namespace {

Report hostile_report() {
    Report report;
    report.run.complete = true;
    RowResult row;
    row.row = "a/b[<img>]";
    row.case_name = "a/b\"";
    row.requirements = {"a.b`"};
    row.verdict = Verdict::fail;
    row.checks = {{"e", "]]>", "|`\n::error::x", false, 1}};
    report.rows = {row};
    report.requirements = {{"a.b`", Basis::own, {Verdict::fail, 1, {}}, {}}};
    return report;
}

}  // namespace

TEST_CASE("the forms keep a report's texts inside") {
    const auto report = hostile_report();
    CHECK(junit(report).find("<img>") == std::string::npos);
    CHECK(junit(report).find("]]>") == std::string::npos);
    CHECK(markdown(report).find("`a/b[<img>]`") != std::string::npos);
    CHECK(ctrf(report).find("\\n::error::x") != std::string::npos);
    CHECK(github_annotations(report).find("\n::error::x") == std::string::npos);
}
