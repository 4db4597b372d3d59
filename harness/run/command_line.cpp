#include "run/command_line.hpp"

#include <algorithm>
#include <thread>

#include <CLI/CLI.hpp>

#include "facts/provider_facts.hpp"
#include "model/input_error.hpp"
#include "model/utf8.hpp"
#include "suite_version/suite_version.hpp"
#include "wsk/wsk.hpp"

namespace conformance {

namespace {

/// What --require takes: every capability, and that all rows are measured.
std::vector<std::string> requirable() {
    auto names = capability_names();
    names.emplace_back(measured_condition);
    return names;
}

constexpr const char* footer =
    "A SELECTOR is the beginning of a case's path (so-keepalive/set), the id of a requirement\n"
    "(so-keepalive.boolean), or case[key=value,...] for rows of one case.\n"
    "Exit codes: 0 the gate holds, 1 it does not, 2 bad usage or unreadable input, 3 nothing\n"
    "matched or nothing ran, 4 a required capability is missing, 5 the harness itself failed.";

/// The parser, and what it parses into: CLI11 keeps references to its targets.
struct Parser {
    CLI::App app{
        "Drives real loopback sockets through every case that Microsoft documents for TCP "
        "keep-alive",
        "winsock-conformance"};
    RunOptions run;
    ListOptions list;
    ExplainOptions explain;
    FactsOptions facts;
    WorkerOptions worker;
    std::string worker_provider;
    DriverGuardOptions guard;
    std::string guard_driver;

    Parser() {
        app.require_subcommand(1);
        // A path may begin with a slash.
        app.allow_windows_style_options(false);
        app.footer(footer);
        app.set_version_flag("--version", std::string("winsock-conformance ") + suite_version +
                                              " (" + suite_commit + ")");
        add_run();
        auto* list_command = app.add_subcommand("list", "Cases, rows and their requirements");
        list_command->add_option("SELECTOR", list.selectors, "What to list; everything without");
        list_command->add_flag("--json", list.json, "As JSON");
        auto* explain_command = app.add_subcommand("explain", "A requirement and its cases");
        explain_command->add_option("ID", explain.id, "The requirement's id")->required();
        auto* facts_command = app.add_subcommand("facts", "This machine, as a report records it");
        facts_command->add_flag("--json", facts.json, "As JSON");
        facts_command->add_option("--provider", facts.provider, "Another Winsock DLL");
        facts_command->add_option("--wsk-driver", facts.wsk_driver,
                                  "Load this driver, too, to see whether it can be");
        auto* worker_command = app.add_subcommand("worker", "");
        worker_command->group("");
        worker_command->add_option("--input", worker.input)->required();
        worker_command->add_option("--output", worker.output)->required();
        worker_command->add_option("--record", worker.record)->required();
        worker_command->add_option("--supervisor", worker.supervisor)->required();
        worker_command->add_option("--provider", worker_provider)->required();
        worker_command->add_option("--wsk-device", worker.wsk_device);
        worker_command->add_option("--wsk-provider", worker.wsk_provider);
        worker_command->add_option("--timeout-multiplier", worker.timeout_multiplier);
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
                         "Who answers Winsock Kernel's calls: system, or reference for the "
                         "driver's own, or reference:MUTATION for that with a fault")
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
    }
};

/// CLI11's messages may be of several lines; one is enough.
std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

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
        throw InputError(first_line(error.what()));
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
    if (app.got_subcommand("driver-guard")) {
        parser.guard.driver = path_from_utf8(parser.guard_driver);
        return parser.guard;
    }
    parser.worker.provider = path_from_utf8(parser.worker_provider);
    return parser.worker;
}

}  // namespace conformance
