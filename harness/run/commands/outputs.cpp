#include "commands/outputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string_view>

#include "judge/judge.hpp"
#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "commands/captures.hpp"
#include "commands/written_file.hpp"
#include "terminal/terminal.hpp"
#include "writers/adoption.hpp"
#include "writers/atomic_file.hpp"
#include "writers/console.hpp"
#include "writers/ctrf.hpp"
#include "writers/escape.hpp"
#include "writers/github_annotations.hpp"
#include "writers/junit.hpp"
#include "writers/markdown.hpp"

namespace conformance {

namespace {

/// The same for every way to write a path of one file; Windows does not distinguish cases.
std::filesystem::path comparable_path(const std::filesystem::path& path) {
    std::error_code error;
    auto text =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path), error).u8string();
    std::ranges::transform(text, text.begin(), [](char8_t c) {
        return c >= u8'A' && c <= u8'Z' ? static_cast<char8_t>(c - u8'A' + u8'a') : c;
    });
    return {text};
}

void require_folder(const char* option, const std::string& name) {
    if (name.empty()) {
        return;
    }
    const auto folder = std::filesystem::absolute(path_from_utf8(name)).parent_path();
    if (!std::filesystem::is_directory(folder)) {
        throw InputError(std::string(option) + " " + name + ": expected an existing folder");
    }
}

struct NamedFile {
    const char* option;
    std::string name;
};

/// Two outputs in one file would leave the last of them. A folder may be given twice.
void require_different(const std::vector<NamedFile>& files) {
    std::map<std::filesystem::path, NamedFile> seen;
    for (const auto& file : files) {
        std::error_code error;
        const auto path = path_from_utf8(file.name);
        if (file.name.empty() || std::filesystem::is_directory(path, error)) {
            continue;
        }
        const auto [first, is_new] = seen.emplace(comparable_path(path), file);
        if (!is_new) {
            throw InputError(std::string(file.option) + " " + file.name + ": is the file of " +
                             first->second.option + ", too");
        }
    }
}

void require_file(const char* option, const std::string& name) {
    require_folder(option, name);
    if (!name.empty() && std::filesystem::is_directory(path_from_utf8(name))) {
        throw InputError(std::string(option) + " " + name + ": expected a file, not a folder");
    }
}

}  // namespace

void check_outputs(const RunOptions& options, const std::string& report) {
    require_folder("--report", report);
    require_file("--junit", options.junit);
    require_file("--ctrf", options.ctrf);
    require_file("--markdown", options.markdown);
    check_capture_folder(options.capture);
    const std::string written_baseline =
        options.update && !options.baselines.empty() ? options.baselines.front() : "";
    require_different({{"--report", report},
                       {"--junit", options.junit},
                       {"--ctrf", options.ctrf},
                       {"--markdown", options.markdown},
                       {"--baseline", written_baseline},
                       {"--provider", options.provider}});
}

bool write_other_forms(const Report& report, const KnownDeviations* known,
                       const RunOptions& options) {
    bool written = true;
    const auto write = [&](const std::string& name,
                           std::string (*form)(const Report&, const KnownDeviations*)) {
        written = (name.empty() || write_file(name, form(report, known))) && written;
    };
    write(options.junit, junit);
    write(options.ctrf, ctrf);
    write(options.markdown, markdown);
    written = write_captures(report, options.capture) && written;
    const auto* actions = std::getenv("GITHUB_ACTIONS");
    if (actions != nullptr && std::string_view(actions) == "true") {
        std::cout << github_annotations(report, known);
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

/// Prints the changes of the run to its platform's baseline, and writes them unless --dry-run was
/// given. False when it cannot be adopted; the error is printed.
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

bool adopt_if_asked(const Report& report, std::vector<Baseline>& baselines,
                    const RunOptions& options) {
    if (!options.update) {
        return true;
    }
    if (!adopt(report, baselines, options)) {
        return false;
    }
    if (!options.dry_run) {
        baselines = load_baselines({path_from_utf8(options.baselines.front())});
    }
    return true;
}

void show_run(const Report& report, const KnownDeviations* known, const RunOptions& options,
              const std::string& report_path) {
    const Terminal terminal(Stream::output);
    std::cout << run_text(report, known,
                          {terminal.layout(options.colour), options.only, options.show_calls,
                           report_path, options.baselines})
              << std::flush;
    if (known != nullptr && !known->is_measured()) {
        std::cout << "Adopt         conformance-report judge \""
                  << terminal_text(report_path.empty() ? "REPORT" : report_path)
                  << "\" --baseline \"" << terminal_text(options.baselines.front())
                  << "\" --update\n";
    }
}

}  // namespace conformance
