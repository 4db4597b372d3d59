#include "run/outputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "judge/judge.hpp"
#include "model/input_error.hpp"
#include "model/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "run/captures.hpp"
#include "writers/adoption.hpp"
#include "writers/atomic_file.hpp"
#include "writers/console_summary.hpp"
#include "writers/ctrf.hpp"
#include "writers/github_annotations.hpp"
#include "writers/judgement_text.hpp"
#include "writers/junit.hpp"
#include "writers/markdown.hpp"

namespace conformance {

namespace {

void must_be_in_a_folder(const char* option, const std::string& name) {
    if (name.empty()) {
        return;
    }
    const auto folder = std::filesystem::absolute(path_from_utf8(name)).parent_path();
    if (!std::filesystem::is_directory(folder)) {
        throw InputError(std::string(option) + " " + name + ": expected an existing folder");
    }
}

void must_be_a_file(const char* option, const std::string& name) {
    must_be_in_a_folder(option, name);
    if (!name.empty() && std::filesystem::is_directory(path_from_utf8(name))) {
        throw InputError(std::string(option) + " " + name + ": expected a file, not a folder");
    }
}

}  // namespace

void check_outputs(const RunOptions& options, const std::string& report) {
    must_be_in_a_folder("--report", report);
    must_be_a_file("--junit", options.junit);
    must_be_a_file("--ctrf", options.ctrf);
    must_be_a_file("--markdown", options.markdown);
    check_capture_folder(options.capture);
}

bool write_file(const std::string& name, const std::string& text) {
    if (name.empty()) {
        return true;
    }
    try {
        write_file_atomically(path_from_utf8(name), text);
    } catch (const WriteError& error) {
        std::cerr << "winsock-conformance: " << error.what() << std::endl;
        return false;
    }
    std::cout << "Written       " << name << "\n";
    return true;
}

bool write_other_forms(const Report& report, const RunOptions& options) {
    bool written = true;
    const auto write = [&](const std::string& name, std::string (*form)(const Report&)) {
        written = (name.empty() || write_file(name, form(report))) && written;
    };
    write(options.junit, junit);
    write(options.ctrf, ctrf);
    write(options.markdown, markdown);
    written = write_captures(report, options.capture) && written;
    const auto* actions = std::getenv("GITHUB_ACTIONS");
    if (actions != nullptr && std::string_view(actions) == "true") {
        std::cout << github_annotations(report);
    }
    return written;
}

std::vector<Baseline> checked_baselines(const RunOptions& options) {
    if (options.dry_run && !options.update) {
        throw InputError("--dry-run: expected --update, too");
    }
    if (options.update && options.baselines.size() != 1) {
        throw InputError("--update: expected one --baseline to write to");
    }
    std::vector<std::filesystem::path> paths;
    std::ranges::transform(options.baselines, std::back_inserter(paths), path_from_utf8);
    if (options.update && !std::filesystem::exists(paths.front())) {
        return {};
    }
    auto baselines = load_baselines(paths);
    check_entries(baselines, RowNames(row_catalogue()));
    return baselines;
}

namespace {

/// Shows what the run changes in the baseline of its platform, and writes it unless it was asked
/// not to. False when it cannot be adopted, which is then said.
bool adopt(const Report& report, const std::vector<Baseline>& baselines,
           const RunOptions& options) {
    try {
        if (!report.run.complete) {
            throw InputError("--update: expected a run that is complete");
        }
        const Adoption adoption(report, path_from_utf8(options.baselines.front()), baselines,
                                RowNames(row_catalogue()));
        const auto changes = adoption.changes();
        std::cout << "\n" << (changes.empty() ? "No entry of the baseline changes.\n" : changes);
        if (!options.dry_run) {
            adoption.write();
            std::cout << "Updated       " << utf8_from_path(adoption.file()) << "\n";
        }
        return true;
    } catch (const std::runtime_error& error) {
        std::cerr << "winsock-conformance: " << error.what() << std::endl;
        return false;
    }
}

}  // namespace

bool judge_and_report(Report& report, std::vector<Baseline> baselines, const RunOptions& options) {
    if (options.baselines.empty()) {
        std::cout << console_summary(report);
        return true;
    }
    const bool adopted = !options.update || adopt(report, baselines, options);
    if (options.update && adopted && !options.dry_run) {
        baselines = load_baselines({path_from_utf8(options.baselines.front())});
    }
    const KnownDeviations known(baselines, *report.environment);
    judge(report, known, options.strict);
    std::cout << judgement_text(report, known);
    if (!known.is_measured()) {
        std::cout << "Adopt         conformance-report judge "
                  << (options.report.empty() ? "REPORT" : options.report) << " --baseline "
                  << options.baselines.front() << " --update\n";
    }
    return adopted;
}

}  // namespace conformance
