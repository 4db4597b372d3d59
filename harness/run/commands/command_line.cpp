#include "commands/command_line.hpp"

#include <algorithm>
#include <set>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>

#include "command_line/parsing.hpp"
#include "facts/provider_facts.hpp"
#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "report_schema/report_schema.hpp"
#include "requirements/catalogue.hpp"
#include "suite_version/suite_version.hpp"
#include "wsk/wsk.hpp"

namespace conformance {

namespace {

/// The values of --require: every capability, and that all rows are measured.
std::vector<std::string> requirable() {
    auto names = capability_names();
    names.emplace_back(measured_condition);
    return names;
}

constexpr const char* footer =
    "A SELECTOR is the beginning of a case's path (so-keepalive/set), the id of a requirement\n"
    "(so-keepalive.boolean), or case[key=value,...] for rows of one case.\n"
    "Exit codes: 0 the gate holds, 1 it does not, 2 bad usage, a selector that matches nothing, "
    "or\n"
    "unreadable input, 3 nothing ran, 4 a required capability is missing, 5 the harness itself\n"
    "failed.";

/// The parser and its targets: CLI11 keeps references to them.
struct Parser {
    CLI::App app{
        "Drives real loopback sockets through every case that Microsoft documents for TCP "
        "keep-alive",
        "winsock-conformance"};
    RunOptions run;
    ListOptions list;
    ExplainOptions explain;
    FactsOptions facts;
    SchemaOptions schema;
    WorkerOptions worker;
    std::string worker_provider;
    DriverGuardOptions guard;
    WireWatcherOptions wire_watcher;
    std::string guard_driver;

    Parser() {
        app.require_subcommand(1);
        // A path may begin with a slash.
        app.allow_windows_style_options(false);
        app.footer(footer);
        app.set_version_flag("--version", std::string("winsock-conformance ") + suite_version +
                                              " (" + suite_commit + ")");
        add_run();
        add_others();
        add_hidden();
    }

    void add_others() {
        auto* command = app.add_subcommand("list", "Cases, rows and their requirements");
        command->add_option("SELECTOR", list.selectors, "What to list; everything without");
        command->add_flag("--json", list.json, "As JSON, as `schema list` describes it");
        add_examples(*command, {"list so-keepalive/set", "list so-keepalive.boolean --json"});
        command = app.add_subcommand("explain", "A requirement and its cases");
        command->add_option("ID", explain.id, "The requirement's id")->required();
        add_examples(*command, {"explain so-keepalive.boolean"});
        command = app.add_subcommand("facts", "This machine, as a report records it");
        command->add_flag("--json", facts.json, "As JSON, as `schema facts` describes it");
        command->add_option("--provider", facts.provider, "Another Winsock DLL")->type_name("DLL");
        command
            ->add_option("--wsk-driver", facts.wsk_driver,
                         "Load this driver, too, to see whether it can be")
            ->type_name("PATH");
        add_examples(*command, {"facts", "facts --json"});
        command = app.add_subcommand("schema", "The JSON Schema of what these programs write");
        command->add_option("NAME", schema.name, "The form; report without")
            ->check(CLI::IsMember(schema_names()));
        add_examples(*command, {"schema", "schema list"});
    }

    /// The hidden commands with which this program starts itself.
    void add_hidden() {
        auto* worker_command = app.add_subcommand("worker", "");
        worker_command->group("");
        worker_command->add_option("--input", worker.input)->required();
        worker_command->add_option("--output", worker.output)->required();
        worker_command->add_option("--record", worker.record)->required();
        worker_command->add_option("--wire", worker.wire)->required();
        worker_command->add_option("--supervisor", worker.supervisor)->required();
        worker_command->add_option("--provider", worker_provider)->required();
        worker_command->add_option("--wsk-device", worker.wsk_device);
        worker_command->add_option("--wsk-provider", worker.wsk_provider);
        worker_command->add_option("--timeout-multiplier", worker.timeout_multiplier);
        worker_command->add_flag("--wait-for-debugger", worker.wait_for_debugger);
        auto* watcher_command = app.add_subcommand("wire-watcher", "");
        watcher_command->group("");
        watcher_command->add_option("--input", wire_watcher.input)->required();
        watcher_command->add_option("--output", wire_watcher.output)->required();
        watcher_command->add_option("--wire", wire_watcher.wire)->required();
        watcher_command->add_option("--supervisor", wire_watcher.supervisor)->required();
        auto* guard_command = app.add_subcommand("driver-guard", "");
        guard_command->group("");
        guard_command->add_option("--input", guard.input)->required();
        guard_command->add_option("--output", guard.output)->required();
        guard_command->add_option("--wsk-driver", guard_driver)->required();
        guard_command->add_option("--wsk-provider", guard.provider)->required();
    }

    void add_run() {
        auto* command = app.add_subcommand("run", "Run cases and write a report");
        command->add_option("SELECTOR", run.selectors, "What to run; everything without");
        command
            ->add_option("--report", run.report,
                         "Write the JSON report to FILE; in a folder it gets its platform's name")
            ->type_name("FILE");
        command->add_option("--junit", run.junit, "Write JUnit XML to FILE")->type_name("FILE");
        command->add_option("--ctrf", run.ctrf, "Write the Common Test Report Format to FILE")
            ->type_name("FILE");
        command->add_option("--markdown", run.markdown, "Write a summary in Markdown to FILE")
            ->type_name("FILE");
        command
            ->add_option("--capture", run.capture,
                         "Write what went over the wire in rows that did not pass to files of DIR, "
                         "as Wireshark reads it")
            ->type_name("DIR");
        command
            ->add_option("--baseline", run.baselines,
                         "What is known of platforms: a file, or a folder of them; the ones of "
                         "this platform count")
            ->type_name("FILE|DIR")
            ->allow_extra_args(false);
        command
            ->add_option("--exclude", run.excluded,
                         "Leave these rows out; the report says so. May be given more than once")
            ->type_name("SELECTOR")
            ->allow_extra_args(false);
        command->add_flag("--strict", run.strict, "An improvement breaks the gate, too");
        command->add_flag(
            "--update", run.update,
            "Write what this run shows into the baseline of its platform, or make one");
        command->add_flag("--dry-run", run.dry_run,
                          "With --update: say what would be written, and write nothing");
        command
            ->add_option("--provider", run.provider,
                         "Test this DLL instead of the system's ws2_32.dll")
            ->type_name("DLL");
        command
            ->add_option(
                "--wsk-driver", run.wsk_driver,
                "The probe driver for Winsock Kernel; without, the one beside this program")
            ->type_name("PATH");
        command
            ->add_option("--wsk-provider", run.wsk_provider,
                         "What answers Winsock Kernel's calls: system, reference for the driver's "
                         "own, or reference:MUTATION for that with a fault")
            ->type_name("NAME")
            ->check([](const std::string& text) {
                try {
                    wsk_provider_from(text);
                    return std::string();
                } catch (const InputError& error) {
                    return std::string(error.what());
                }
            });
        command->add_option("--jobs", run.jobs, "Rows at the same time; the processors' number")
            ->check(CLI::Range(1, 256));
        command
            ->add_option("--timeout-multiplier", run.timeout_multiplier,
                         "Stretch the deadlines of rows and workers by this factor")
            ->check([](const std::string& text) {
                // Not CLI::Range, which lets nan through.
                double factor = 0;
                const bool usable =
                    CLI::detail::lexical_cast(text, factor) && factor >= 0.01 && factor <= 1000;
                return usable ? std::string() : "expected a factor from 0.01 to 1000, got " + text;
            });
        command
            ->add_option(
                "--require", run.required_capabilities,
                "End with 4 when the machine lacks this capability, or, for \"measured\", when "
                "it was too busy to measure a row")
            ->type_name("CAPABILITY")
            ->check(CLI::IsMember(requirable()))
            ->allow_extra_args(false);
        command
            ->add_option("--without", run.capabilities_left_out,
                         "Act as on a machine that lacks this capability")
            ->type_name("CAPABILITY")
            ->check(CLI::IsMember(capability_names()))
            ->allow_extra_args(false);
        command->add_option("--repeat", run.repeat, "Run every row N times")
            ->type_name("N")
            ->check(CLI::Range(1, 100000));
        command
            ->add_option("--variants", run.variants,
                         "Instead of selected rows, run those of each variant in FILE with its "
                         "environment variables: a mutation test of a provider")
            ->type_name("FILE");
        command
            ->add_option("--walks", run.walks,
                         "Instead of the listed walks, make N of them, with seeds from --seed on")
            ->type_name("N")
            ->check(CLI::Range(1, 1'000'000));
        // Checked by hand: CLI11 reads -1 as the largest number.
        command->add_option("--seed", run.seed, "Decide the order of rows; random without")
            ->type_name("N")
            ->check([](const std::string& text) {
                const bool digits = text.find_first_not_of("0123456789") == text.npos;
                return digits ? std::string() : "expected a whole number, got " + text;
            });
        command
            ->add_option("--note", run.notes,
                         "Keep this in the report, as image=windows-2025. May be given more than "
                         "once")
            ->type_name("NAME=VALUE")
            ->allow_extra_args(false)
            ->check([](const std::string& text) {
                const auto sign = text.find('=');
                return sign != text.npos && sign != 0 ? std::string()
                                                      : "expected NAME=VALUE, got " + text;
            });
        command
            ->add_option("--calls", run.calls,
                         "Which rows keep their calls in the report: all, failing or none")
            ->type_name("WHICH")
            ->check(CLI::IsMember({"all", "failing", "none"}));
        command->add_option("--resume", run.resume, "Finish the run that left this journal")
            ->type_name("JOURNAL");
        command
            ->add_option_function<std::string>(
                "--only", [this](const std::string& name) { run.only = only_rows_from(name); },
                "Show every row that breaks the gate in full, or with failing every known "
                "deviation, too")
            ->check(CLI::IsMember({"breaking", "failing"}));
        command->add_flag("--show-calls", run.show_calls,
                          "Show these rows with their calls; --calls says what the report keeps");
        add_colour(*command, run.colour);
        command->add_flag("--wait-for-debugger", run.wait_for_debugger,
                          "The process that runs the one selected row waits until a debugger is "
                          "attached");
        add_examples(*command, {"run --report reports --baseline baselines",
                                "run so-keepalive/set --only failing --show-calls",
                                "run \"so-keepalive/set/on-off-on[family=ipv4]\" --repeat 100"});
    }
};

/// The names of cases and requirements, for a shell to complete.
std::vector<std::string> selector_words() {
    std::set<std::string> words;
    for (const auto& [row, known] : row_catalogue().rows()) {
        words.emplace(case_of(row));
    }
    for (const auto& requirement : requirement_catalogue().requirements()) {
        words.insert(requirement.id);
    }
    return {words.begin(), words.end()};
}

}  // namespace

Command parse_command_line(const std::vector<std::string>& arguments) {
    Parser parser;
    auto& app = parser.app;
    CommonCommands common(app);
    if (auto text = common.parse(arguments, selector_words)) {
        return PrintAndEnd{std::move(*text)};
    }
    if (app.got_subcommand("run")) {
        parser.run.command_line = arguments;
        // Without the folder it is in: a report is for other people.
        parser.run.command_line.front() = "winsock-conformance";
        if (parser.run.jobs == 0) {
            parser.run.jobs = std::max(1u, std::thread::hardware_concurrency());
        }
        return parser.run;
    }
    if (app.got_subcommand("list")) {
        return parser.list;
    }
    if (app.got_subcommand("explain")) {
        return parser.explain;
    }
    if (app.got_subcommand("facts")) {
        return parser.facts;
    }
    if (app.got_subcommand("schema")) {
        return PrintAndEnd{std::string(schema_named(parser.schema.name))};
    }
    if (app.got_subcommand("wire-watcher")) {
        return parser.wire_watcher;
    }
    if (app.got_subcommand("driver-guard")) {
        parser.guard.driver = path_from_utf8(parser.guard_driver);
        return parser.guard;
    }
    parser.worker.provider = path_from_utf8(parser.worker_provider);
    return parser.worker;
}

}  // namespace conformance
