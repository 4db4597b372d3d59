#include "run/outputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string_view>

#include "judge/judge.hpp"
#include "model/input_error.hpp"
#include "model/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "run/captures.hpp"
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
    std::vector<std::filesystem::path> paths;
    std::ranges::transform(options.baselines, std::back_inserter(paths), path_from_utf8);
    auto baselines = load_baselines(paths);
    check_entries(baselines, RowNames(row_catalogue()));
    return baselines;
}

void judge_and_tell(Report& report, const std::vector<Baseline>& baselines,
                    const RunOptions& options) {
    if (options.baselines.empty()) {
        std::cout << console_summary(report);
        return;
    }
    const KnownDeviations known(baselines, *report.environment);
    judge(report, known, options.strict);
    std::cout << judgement_text(report, known);
}

}  // namespace conformance
