#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "harness_runs.hpp"

using namespace conformance;

namespace {

using Arguments = std::vector<std::string>;

}  // namespace

TEST_CASE("bad usage is reported in one line, with exit code 2") {
    const TestFolder folder;
    const auto arguments = GENERATE(
        Arguments{}, Arguments{"nonsense"}, Arguments{"run", "--nonsense"},
        Arguments{"run", "--jobs", "0"}, Arguments{"run", "--jobs", "many"},
        Arguments{"run", "--timeout-multiplier", "-1"},
        Arguments{"run", "--timeout-multiplier", "nan"}, Arguments{"run", "--seed", "x"},
        Arguments{"run", "--seed", "-1"}, Arguments{"run", "--repeat", "0"},
        Arguments{"run", "--walks", "0"},
        Arguments{"run", "--walks", "3", "--update", "--baseline", "."},
        Arguments{"run", "--resume", "x", "--walks", "3"}, Arguments{"run", "--require", "wings"},
        Arguments{"run", "so keepalive"}, Arguments{"run", "so-keepalive.nothing"},
        Arguments{"run", "so-keepalive/set/on-off-on[x=1]"},
        Arguments{"run", "--report", "no/such/folder/report.json"},
        Arguments{"run", "--junit", "no/such/folder/junit.xml"},
        Arguments{"run", "--capture", "no/such/folder/captures"},
        Arguments{"run", "--baseline", "no such baseline"},
        Arguments{"run", "--resume", "no such journal"},
        Arguments{"run", "--resume", "x", "so-keepalive"},
        Arguments{"list", "so-keepalive.nothing"}, Arguments{"explain"},
        Arguments{"explain", "nothing"}, Arguments{"facts", "--provider", "no such.dll"});
    std::string command;
    for (const auto& argument : arguments) {
        command += argument + " ";
    }
    CAPTURE(command);
    const auto run = run_suite(folder, arguments);
    CAPTURE(run.errors);
    CHECK(run.exit_code == 2);
    CHECK(run.output.empty());
    CHECK(lines_of(run.errors) == 1);
    CHECK(run.errors.starts_with("winsock-conformance: "));
}

TEST_CASE("a selector that cannot match ends with 2, and with what may be meant") {
    const TestFolder folder;
    const auto* command = GENERATE("run", "list");
    const auto* selector =
        GENERATE("nothing", "so-keepalive/set/nothing", "so-keepalive/set/on-off-on[family=ipv9]",
                 "so-keepalive/set[family=ipv9]");
    const auto run = run_suite(folder, {command, selector});
    CHECK(run.exit_code == 2);
    CHECK(lines_of(run.errors) == 1);
    const auto meant = run_suite(folder, {command, "so-keepalive/set/on-of-on"});
    CHECK(meant.exit_code == 2);
    CHECK(meant.errors.find("did you mean \"so-keepalive/set/on-off-on\"?") != std::string::npos);
}

TEST_CASE("two outputs in one file are refused, and so is a mutation that is none") {
    const TestFolder folder;
    const auto arguments = GENERATE(
        Arguments{"run", "so-keepalive/since-2000", "--report", "a.json", "--junit", "A.JSON"},
        Arguments{"run", "so-keepalive/since-2000", "--markdown", "./a.md", "--ctrf", "a.md"},
        Arguments{"run", "so-keepalive/since-2000", "--wsk-provider", "reference:set=ignord"},
        Arguments{"run", "so-keepalive/set", "--wait-for-debugger"},
        Arguments{"run", "so-keepalive/since-2000", "--only", "worse"});
    const auto run = run_suite(folder, arguments);
    CAPTURE(run.errors);
    CHECK(run.exit_code == 2);
    CHECK(lines_of(run.errors) == 1);
}

TEST_CASE("help, list, explain and facts answer with 0") {
    const TestFolder folder;
    const auto arguments =
        GENERATE(Arguments{"--help"}, Arguments{"run", "--help"}, Arguments{"--version"},
                 Arguments{"list"}, Arguments{"list", "--json", "so-keepalive/set"},
                 Arguments{"explain", "so-keepalive.boolean"},
                 Arguments{"explain", "so-keepalive.wsaenetdown"}, Arguments{"facts"},
                 Arguments{"facts", "--json"});
    const auto run = run_suite(folder, arguments);
    CHECK(run.exit_code == 0);
    CHECK(run.errors.empty());
    CHECK_FALSE(run.output.empty());
}

TEST_CASE("what is listed as JSON is JSON, one entry per row") {
    const TestFolder folder;
    const auto list = Json::parse(run_suite(folder, {"list", "--json"}).output);
    const auto plain = run_suite(folder, {"list"}).output;
    CHECK(list.size() > 300);
    CHECK(plain.find(std::to_string(list.size()) + " rows") != plain.npos);
    CHECK(list.at(0).at("row").get<std::string>().starts_with("ipproto-tcp/"));
}

TEST_CASE("a required capability that is missing ends with 4") {
    const TestFolder folder;
    const auto facts = Json::parse(run_suite(folder, {"facts", "--json"}).output);
    for (const auto& capability : facts.at("capabilities")) {
        const auto name = capability.at("name").get<std::string>();
        CAPTURE(name);
        // facts does not try to load a driver.
        const bool available = name != "wsk-driver" && capability.at("available").get<bool>();
        const auto run = run_suite(folder, {"run", "so-keepalive/since-2000", "--require", name,
                                            "--wsk-driver", "no such driver.sys"});
        CHECK(run.exit_code == (available ? 0 : 4));
    }
    // The driver beside the program: a Windows may refuse it, for its signature.
    const auto loaded =
        run_suite(folder, {"run", "so-keepalive/since-2000", "--require", "wsk-driver"});
    const bool is_wine = !facts.at("environment").at("os").at("wine_version").is_null();
    CHECK((loaded.exit_code == 0 || (loaded.exit_code == 4 && !is_wine)));
}
