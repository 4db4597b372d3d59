#include "tool/command_line.hpp"

#include <charconv>
#include <chrono>

#include <CLI/CLI.hpp>

#include "model/input_error.hpp"
#include "suite_version/suite_version.hpp"

namespace conformance {

namespace {

constexpr const char* footer =
    "Exit codes: 0 the gate holds, or nothing got worse; 1 it does not; 2 bad usage or unreadable\n"
    "input; 3 an entry of a baseline or a selector matches no row; 5 the program itself failed.";

/// The parser, and what it parses into: CLI11 keeps references to its targets.
struct Parser {
    CLI::App app{"Reads, judges and compares the reports of winsock-conformance",
                 "conformance-report"};
    ShowOptions show;
    CheckOptions check;
    JudgeOptions judge;
    DiffOptions diff;
    MatrixOptions matrix;
    ConvertOptions convert;
    HistoryCommandOptions history;
    CompareOptions compare;

    Parser() {
        app.require_subcommand(1);
        // A path may begin with a slash.
        app.allow_windows_style_options(false);
        app.footer(footer);
        app.set_version_flag("--version", std::string("conformance-report ") + suite_version +
                                              " (" + suite_commit + ")");
        auto* command = app.add_subcommand("show", "One report, for a person");
        command->add_option("REPORT", show.report)->required();

        command = app.add_subcommand("check", "Whether reports are valid, whole and complete");
        command->add_option("REPORT", check.reports)->required();

        command = app.add_subcommand("judge",
                                     "Judge a report anew, by today's requirements and "
                                     "baselines");
        command->add_option("REPORT", judge.report)->required();
        add_baseline(command, judge.baselines)->required();
        command->add_flag("--strict", judge.strict, "An improvement breaks the gate, too");
        command->add_flag("--update", judge.update,
                          "Write what the report shows into the baseline of its platform");
        command->add_flag("--dry-run", judge.dry_run,
                          "With --update: say what would be written, and write nothing");
        command->add_option("--output", judge.output, "Write the judged report to FILE")
            ->type_name("FILE");

        command = app.add_subcommand("diff", "What differs between two reports");
        command->add_option("OLD", diff.before)->required();
        command->add_option("NEW", diff.after)->required();
        command->add_option("--format", diff.format, "text, json or markdown")
            ->check(CLI::IsMember({"text", "json", "markdown"}));

        command = app.add_subcommand("matrix", "Requirements down, platforms across");
        command->add_option("REPORT", matrix.reports)->required();
        add_baseline(command, matrix.baselines);
        command
            ->add_option("--output", matrix.output,
                         "Write FILE: .html, .md, .csv or .json, by its ending")
            ->type_name("FILE")
            ->required();

        command->add_flag("--rows", matrix.rows,
                          "With .csv: a line for each row instead of each requirement");

        add_history();
        add_compare();

        command = app.add_subcommand("convert", "A report in another form");
        command->add_option("REPORT", convert.report)->required();
        command->add_option("--to", convert.to, "json, junit, ctrf or markdown")
            ->check(CLI::IsMember({"json", "junit", "ctrf", "markdown"}))
            ->required();
        command
            ->add_option("--calls", convert.calls,
                         "Which rows keep their calls: all, failing or none")
            ->check(CLI::IsMember({"all", "failing", "none"}));
        command
            ->add_option("--output", convert.output,
                         "Write FILE instead of the standard output; with --to json, in a folder "
                         "under the name of its platform, day and run")
            ->type_name("FILE|DIR");
    }

    void add_history() {
        auto* command = app.add_subcommand(
            "history",
            "What changed in the reports of a platform, and when; ends with 1 when the "
            "newest is worse than the one before it");
        command
            ->add_option("REPORT", history.inputs,
                         "Reports, folders of them or patterns such as nightly/*.json.gz, and "
                         "selectors of rows")
            ->type_name("REPORT|DIR|PATTERN|SELECTOR")
            ->required();
        add_day(command, "--since", history.since, "Leave out reports of earlier days");
        add_day(command, "--until", history.until, "Leave out reports of later days");
        command->add_option("--format", history.format, "text, json, markdown or html")
            ->check(CLI::IsMember({"text", "json", "markdown", "html"}));
        command->add_option("--output", history.output, "Write FILE instead of the standard output")
            ->type_name("FILE");
    }

    void add_compare() {
        auto* command = app.add_subcommand(
            "compare",
            "What a program relies on, platform by platform; ends with 1 when something "
            "of it breaks");
        command->add_option("REPORT", compare.reports, "Reports, folders of them or patterns")
            ->type_name("REPORT|DIR|PATTERN")
            ->required();
        command
            ->add_option("--uses", compare.uses,
                         "What the program relies on, as JSON or lines; reports/uses has examples")
            ->type_name("FILE")
            ->required();
        command->add_option("--format", compare.format, "text, json or markdown")
            ->check(CLI::IsMember({"text", "json", "markdown"}));
        command->add_option("--output", compare.output, "Write FILE instead of the standard output")
            ->type_name("FILE");
    }

    static void add_day(CLI::App* command, const char* name, std::string& day, const char* help) {
        command->add_option(name, day, help)
            ->type_name("YYYY-MM-DD")
            ->check([](const std::string& text) {
                const bool is_form = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                                     text.find_first_not_of("0123456789-") == text.npos;
                const auto number = [&](std::size_t at, std::size_t length) {
                    int value = 0;
                    std::from_chars(text.data() + at, text.data() + at + length, value);
                    return value;
                };
                namespace chrono = std::chrono;
                const bool is_day =
                    is_form &&
                    chrono::year_month_day(chrono::year(number(0, 4)),
                                           chrono::month(static_cast<unsigned>(number(5, 2))),
                                           chrono::day(static_cast<unsigned>(number(8, 2))))
                        .ok();
                return is_day ? std::string() : "expected a day such as 2026-04-10, got " + text;
            });
    }

    static CLI::Option* add_baseline(CLI::App* command, std::vector<std::string>& baselines) {
        return command
            ->add_option("--baseline", baselines,
                         "A baseline, or a folder of them: the ones of the report's platform count")
            ->type_name("FILE|DIR")
            ->allow_extra_args(false);
    }
};

}  // namespace

Command parse_command_line(const std::vector<std::string>& arguments) {
    Parser parser;
    auto& app = parser.app;
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend() - 1));
    } catch (const CLI::CallForHelp&) {
        const auto used = app.get_subcommands();
        return PrintAndEnd{used.empty() ? app.help() : used.front()->help()};
    } catch (const CLI::CallForVersion& version) {
        return PrintAndEnd{std::string(version.what()) + "\n"};
    } catch (const CLI::Error& error) {
        const std::string text = error.what();
        throw InputError(text.substr(0, text.find('\n')));
    }
    const auto name = app.get_subcommands().front()->get_name();
    if (name == "show") {
        return parser.show;
    }
    if (name == "check") {
        return parser.check;
    }
    if (name == "judge") {
        return parser.judge;
    }
    if (name == "diff") {
        return parser.diff;
    }
    if (name == "matrix") {
        return parser.matrix;
    }
    if (name == "history") {
        return parser.history;
    }
    if (name == "compare") {
        return parser.compare;
    }
    return parser.convert;
}

}  // namespace conformance
