#include "tool/command_line.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include <CLI/CLI.hpp>

#include "command_line/parsing.hpp"
#include "base/input_error.hpp"
#include "report_schema/report_schema.hpp"
#include "requirements/catalogue.hpp"
#include "suite_version/suite_version.hpp"

namespace conformance {

namespace {

constexpr const char* footer =
    "A REPORT is a file (.json or .json.gz), a folder of them, a pattern such as "
    "nightly/*.json.gz,\n"
    "or - for the standard input. A SELECTOR is the beginning of a case's path, the id of a\n"
    "requirement, or case[key=value,...].\n"
    "Exit codes: 0 the gate holds, or nothing got worse; 1 it does not; 2 bad usage, a selector "
    "that\n"
    "matches nothing, or unreadable input; 3 an entry of a baseline matches no row, or nothing "
    "ran;\n"
    "5 the program itself failed.";

/// The change of that name, if there is one.
std::optional<Change> change_from(const std::string& name) {
    const auto found = std::ranges::find(
        all_changes, name, [](Change change) { return std::string(to_string(change)); });
    return found == all_changes.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string> names_of_changes() {
    std::vector<std::string> names;
    for (const auto change : all_changes) {
        names.emplace_back(to_string(change));
    }
    return names;
}

/// The parser and its targets: CLI11 keeps references to them.
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
    SchemaOptions schema;

    Parser() {
        app.require_subcommand(1);
        // A path may begin with a slash.
        app.allow_windows_style_options(false);
        app.footer(footer);
        app.set_version_flag("--version", std::string("conformance-report ") + suite_version +
                                              " (" + suite_commit + ")");
        add_show();
        add_check();
        add_judge();
        add_diff();
        add_matrix();
        add_history();
        add_compare();

        add_convert();
        auto* command =
            app.add_subcommand("schema", "The JSON Schema of what these programs write");
        command->add_option("NAME", schema.name, "The form; report without")
            ->check(CLI::IsMember(schema_names()));
        add_examples(*command, {"schema", "schema matrix"});
    }

    void add_show() {
        auto* command = app.add_subcommand(
            "show", "Reports for a person: the gate first, then the rows that did not pass");
        command
            ->add_option("REPORT", show.inputs,
                         "Reports, and selectors: the rows of those in full, one by one")
            ->type_name("REPORT|SELECTOR")
            ->required();
        add_baseline(command, show.baselines);
        command->add_flag("--calls", show.calls, "With every call, and what was on the wire");
        add_only(command, show.only);
        add_colour(*command, show.colour);
        add_examples(*command, {"show report.json", "show report.json --only breaking --calls",
                                "show nightly so-keepalive/set"});
    }

    void add_check() {
        auto* command =
            app.add_subcommand("check", "Whether reports are valid, whole and complete");
        command->add_option("REPORT", check.reports, "The reports")->required();
        add_examples(*command, {"check nightly/*.json.gz"});
    }

    void add_judge() {
        auto* command = app.add_subcommand(
            "judge", "Judge a report again, by today's requirements and baselines");
        command->add_option("REPORT", judge.report, "The report")->required();
        add_baseline(command, judge.baselines)->required();
        command->add_flag("--strict", judge.strict, "An improvement breaks the gate, too");
        command->add_flag("--update", judge.update,
                          "Write what the report shows into the baseline of its platform");
        command->add_flag("--dry-run", judge.dry_run,
                          "With --update: say what would be written, and write nothing");
        command->add_option("--output", judge.output, "Write the judged report to FILE")
            ->type_name("FILE");
        add_only(command, judge.only);
        add_colour(*command, judge.colour);
        add_examples(*command, {"judge report.json --baseline baselines",
                                "judge report.json --baseline baselines --update"});
    }

    void add_diff() {
        auto* command = app.add_subcommand(
            "diff", "What differs between two reports; ends with 1 when a row got worse");
        command->add_option("OLD", diff.before, "The report to compare with")->required();
        command->add_option("NEW", diff.after, "The report that may be worse")->required();
        command->add_option("--format", diff.format, "The form: text, json or markdown")
            ->check(CLI::IsMember({"text", "json", "markdown"}));
        command
            ->add_option_function<std::string>(
                "--only", [this](const std::string& name) { diff.only = change_from(name); },
                "Show these changes alone; the counts and the exit code are of them all")
            ->check(CLI::IsMember(names_of_changes()));
        add_output(command, diff.output);
        add_colour(*command, diff.colour);
        add_examples(*command, {"diff old.json new.json", "diff old.json new.json --only worse"});
    }

    void add_matrix() {
        auto* command = app.add_subcommand("matrix", "Requirements down, platforms across");
        command->add_option("REPORT", matrix.reports, "The reports, a column each")->required();
        add_baseline(command, matrix.baselines);
        command
            ->add_option("--output", matrix.output,
                         "Write FILE: .html, .md, .csv or .json, by its ending")
            ->type_name("FILE")
            ->required();
        command->add_flag("--rows", matrix.rows,
                          "With .csv: a line for each row instead of each requirement");
        add_examples(*command, {"matrix reports --output matrix.html",
                                "matrix a.json b.json --rows --output rows.csv"});
    }

    void add_convert() {
        auto* command = app.add_subcommand("convert", "A report in another form");
        command->add_option("REPORT", convert.report, "The report")->required();
        command->add_option("--to", convert.to, "The form: json, junit, ctrf or markdown")
            ->check(CLI::IsMember({"json", "junit", "ctrf", "markdown"}))
            ->required();
        add_baseline(command, convert.baselines);
        command
            ->add_option("--calls", convert.calls,
                         "Which rows keep their calls: all, failing or none")
            ->check(CLI::IsMember({"all", "failing", "none"}));
        command
            ->add_option("--output", convert.output,
                         "Write FILE instead of the standard output; with --to json, in a folder "
                         "under the name of its platform, day and run")
            ->type_name("FILE|DIR");
        add_examples(*command, {"convert report.json --to junit --output junit.xml"});
    }

    static void add_only(CLI::App* command, std::optional<OnlyRows>& only) {
        command
            ->add_option_function<std::string>(
                "--only", [&only](const std::string& name) { only = only_rows_from(name); },
                "Show the rows that break the gate in full, or with failing the known deviations, "
                "too")
            ->check(CLI::IsMember({"breaking", "failing"}));
    }

    static void add_output(CLI::App* command, std::string& output) {
        command->add_option("--output", output, "Write FILE instead of the standard output")
            ->type_name("FILE");
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
        add_output(command, history.output);
        add_examples(*command,
                     {"history nightly", "history nightly so-keepalive/set --since 2026-01-01"});
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
        add_output(command, compare.output);
        add_examples(*command, {"compare reports --uses libuv.json"});
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
                         "Judge by this baseline, or this folder of them: the ones of the report's "
                         "platform count")
            ->type_name("FILE|DIR")
            ->allow_extra_args(false);
    }
};

}  // namespace

/// For a shell to complete.
static std::vector<std::string> ids_of_requirements() {
    std::vector<std::string> ids;
    for (const auto& requirement : requirement_catalogue().requirements()) {
        ids.push_back(requirement.id);
    }
    return ids;
}

Command parse_command_line(const std::vector<std::string>& arguments) {
    Parser parser;
    auto& app = parser.app;
    CommonCommands common(app);
    if (auto text = common.parse(arguments, ids_of_requirements)) {
        return PrintAndEnd{std::move(*text)};
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
    if (name == "schema") {
        return PrintAndEnd{std::string(schema_named(parser.schema.name))};
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
