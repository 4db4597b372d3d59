#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <system_error>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "base/input_error.hpp"
#include "plan/journal.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

JournalHeader example_header() {
    JournalHeader header;
    header.run.id = "0123456789abcdef";
    header.run.started = "2026-01-31T23:59:59Z";
    header.run.command_line = {"run", "d"};
    header.run.seed = 42;
    header.run.notes = {{"image", "a"}};
    header.run.calls = KeptCalls::failing;
    header.suite = {"0.1.0", "abc", std::string(64, '0'), "GCC 12.2", "x64"};
    header.plan = {{"d"}, {"d/y"}, 42, 2, 3};
    header.version = {10, 0, 19045};
    header.provider = "p.dll";
    header.wsk_driver = "d.sys";
    header.wsk_provider = "reference:set=ignored";
    header.report_path = "r.json";
    header.booted = "this morning";
    return header;
}

RowResult example_row(int number) {
    RowResult row;
    row.case_name = "d/x";
    row.row = "d/x[n=" + std::to_string(number) + "]";
    row.requirements = {"d.x"};
    row.verdict = Verdict::pass;
    row.checks = {{"e", "x", "x", true, 1}};
    return row;
}

/// A file that is gone when the test is.
class TemporaryFile {
public:
    TemporaryFile()
        : path_(std::filesystem::temp_directory_path() / "winsock_conformance_test.journal") {}
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::string text() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void put(const std::string& text) const {
        std::ofstream(path_, std::ios::binary | std::ios::trunc) << text;
    }

private:
    std::filesystem::path path_;
};

std::string whole_journal(const TemporaryFile& file) {
    JournalWriter writer(file.path(), example_header());
    writer.write(Environment{}, {{"ipv6", false, "none here"}});
    writer.write(example_row(1));
    writer.write(example_row(2));
    CHECK(writer.whole());
    return file.text();
}

}  // namespace

TEST_CASE("a journal says what was written to it") {
    const TemporaryFile file;
    whole_journal(file);
    const auto journal = read_journal(file.path());
    CHECK(journal.header.run.id == "0123456789abcdef");
    CHECK(journal.header.plan.selectors == std::vector<std::string>{"d"});
    CHECK(journal.header.plan.seed == 42);
    CHECK(journal.header.plan.repeat == 2);
    CHECK(journal.header.plan.walks == 3);
    CHECK(journal.header.version == NtVersion{10, 0, 19045});
    CHECK(journal.header.provider == "p.dll");
    CHECK(journal.header.wsk_driver == "d.sys");
    CHECK(journal.header.wsk_provider == "reference:set=ignored");
    CHECK(journal.header.report_path == "r.json");
    CHECK(journal.header.plan.excluded == std::vector<std::string>{"d/y"});
    CHECK(journal.header.booted == "this morning");
    CHECK(journal.environment);
    REQUIRE(journal.capabilities.size() == 1);
    CHECK(journal.capabilities[0].reason == "none here");
    CHECK(journal.rows == std::vector{example_row(1), example_row(2)});
}

TEST_CASE("cut at any byte, a journal keeps its whole lines") {
    const TemporaryFile file;
    const auto text = whole_journal(file);
    const auto first_line = text.find('\n') + 1;
    for (std::size_t cut = first_line; cut <= text.size(); ++cut) {
        file.put(text.substr(0, cut));
        const auto journal = read_journal(file.path());
        const auto whole = text.rfind('\n', cut - 1) + 1;
        REQUIRE(journal.whole_bytes == whole);
        const auto lines =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(whole), '\n');
        REQUIRE(journal.rows.size() ==
                static_cast<std::size_t>(std::max<std::ptrdiff_t>(lines - 2, 0)));
    }
    for (std::size_t cut = 0; cut < first_line; ++cut) {
        file.put(text.substr(0, cut));
        REQUIRE_THROWS_AS(read_journal(file.path()), InputError);
    }
}

TEST_CASE("a run goes on after the whole part") {
    const TemporaryFile file;
    const auto text = whole_journal(file);
    file.put(text.substr(0, text.size() - 5));
    {
        JournalWriter writer(file.path(), read_journal(file.path()));
        writer.write(example_row(3));
    }
    CHECK(read_journal(file.path()).rows == std::vector{example_row(1), example_row(3)});
}

TEST_CASE("a row that has begun and is not over is in flight") {
    const TemporaryFile file;
    {
        JournalWriter writer(file.path(), example_header());
        writer.begin({"d/x[n=1]", 1});
        writer.begin({"d/x[n=2]", 1});
        writer.begin({"d/x[n=2]", 2});
        writer.write(example_row(1));
    }
    CHECK(read_journal(file.path()).in_flight == std::set<RowId>{{"d/x[n=2]", 1}, {"d/x[n=2]", 2}});
    JournalWriter(file.path(), read_journal(file.path())).interrupted();
    CHECK(read_journal(file.path()).in_flight.empty());
}

TEST_CASE("a damaged last line ends the journal") {
    const TemporaryFile file;
    const auto text = whole_journal(file);
    for (const auto& damage :
         {std::string("nonsense\n"), std::string(3, '\0') + "\n" + std::string(5, '\0') + "\n",
          std::string("{\"row\": {\n"), std::string("{\"begun\": \"d/x")}) {
        CAPTURE(damage);
        file.put(text + damage);
        const auto journal = read_journal(file.path());
        CHECK(journal.rows.size() == 2);
        CHECK(journal.whole_bytes == text.size());
    }
}

TEST_CASE("any other line that is not a journal's is named") {
    const TemporaryFile file;
    const auto text = whole_journal(file);
    const auto last = text.rfind('\n', text.size() - 2) + 1;
    file.put(text.substr(0, last) + "nonsense\n" + text.substr(last));
    CHECK_THROWS_MATCHES(read_journal(file.path()), InputError,
                         MessageMatches(ContainsSubstring("line 4: expected")));
    file.put("{\"journal\": 99}\n");
    CHECK_THROWS_MATCHES(
        read_journal(file.path()), InputError,
        MessageMatches(ContainsSubstring("line 1: expected a journal of version")));
    file.put(text + "{\"row\": {}}\n");
    CHECK_THROWS_AS(read_journal(file.path()), InputError);
    CHECK_THROWS_AS(read_journal(file.path().string() + ".missing"), InputError);
}
