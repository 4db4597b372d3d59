#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "command_line/parsing.hpp"
#include "base/input_error.hpp"
#include "model/suggestion.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;

namespace {

/// A program with one command of its own.
std::optional<std::string> parse(std::vector<std::string> arguments) {
    CLI::App app{"Does things", "program"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "program 1");
    auto* command = app.add_subcommand("run", "Runs");
    std::string report;
    ColourChoice colour{};
    command->add_option("--report", report, "A file");
    std::vector<std::string> selectors;
    command->add_option("SELECTOR", selectors, "What to run");
    add_colour(*command, colour);
    add_examples(*command, {"run --report x"});
    CommonCommands common(app);
    arguments.insert(arguments.begin(), "program");
    return common.parse(arguments, [] { return std::vector<std::string>{"a/b", "a.c"}; });
}

}  // namespace

TEST_CASE("the nearest name is found within a third of the word") {
    CHECK(nearest("rnu", {"list", "run"}) == "run");
    CHECK(nearest("so-keepalve/set", {"so-keepalive/get", "so-keepalive/set"}) ==
          "so-keepalive/set");
    CHECK(nearest("zebra", {"list", "run"}).empty());
    CHECK(nearest("", {}).empty());
}

TEST_CASE("an unknown command, option or value is reported with the one that may be meant") {
    CHECK_THROWS_MATCHES(parse({"rum"}), InputError,
                         Message("there is no command \"rum\"; did you mean \"run\"?"));
    CHECK_THROWS_MATCHES(
        parse({"zebra"}), InputError,
        Message("there is no command \"zebra\": expected run, help or completion"));
    CHECK_THROWS_MATCHES(parse({"run", "--reprot=x"}), InputError,
                         Message("there is no option --reprot; did you mean \"--report\"?"));
    CHECK_THROWS_MATCHES(
        parse({"run", "--color", "allways"}), InputError,
        Message("--color: expected auto, always or never, got \"allways\"; did you mean "
                "\"always\"?"));
    CHECK_THROWS_MATCHES(parse({}), InputError,
                         Message("expected a command: run, help or completion"));
    CHECK_THROWS_MATCHES(parse({"help", "rnu"}), InputError,
                         Message("there is no command \"rnu\"; did you mean \"run\"?"));
}

TEST_CASE("help names the program, every argument and examples") {
    CHECK(*parse({"run", "--help"}) == *parse({"help", "run"}));
    const auto text = *parse({"help", "run"});
    CHECK_THAT(text, ContainsSubstring("program run [OPTIONS]"));
    CHECK_THAT(text, ContainsSubstring("What to run"));
    CHECK_THAT(text, ContainsSubstring("Examples:\n  program run --report x"));
    CHECK_THAT(*parse({"help"}), ContainsSubstring("completion"));
    CHECK(*parse({"--version"}) == "program 1\n");
    CHECK_FALSE(parse({"run", "--color", "never"}).has_value());
}

TEST_CASE("a shell gets commands, options, values and words") {
    for (const auto* shell : {"bash", "powershell"}) {
        const auto script = *parse({"completion", shell});
        for (const auto* word : {"run", "--report", "always", "a/b", "a.c"}) {
            CHECK_THAT(script, ContainsSubstring(word));
        }
    }
}
