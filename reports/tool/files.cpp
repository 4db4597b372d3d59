#include "tool/files.hpp"

#include <iostream>

#include "judge/judge.hpp"
#include "model/gzip.hpp"
#include "base/input_error.hpp"
#include "base/json.hpp"
#include "model/report_reader.hpp"
#include "base/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "terminal/standard_input.hpp"
#include "writers/atomic_file.hpp"

namespace conformance {

std::string read_input(const std::string& path) {
    if (path != standard_input) {
        return read_report_file(path_from_utf8(path));
    }
    static const std::string text = [] {
        auto bytes = read_standard_input(largest_report);
        const std::string name = "the standard input";
        if (bytes.size() > largest_report) {
            throw InputError(name + ": expected a report, of at most 256 MiB");
        }
        return bytes.starts_with("\x1F\x8B") ? gunzip(bytes, largest_report, name) : bytes;
    }();
    return text;
}

Report load_report(const std::string& path) {
    return read_report(read_input(path), path);
}

std::unique_ptr<LoadedReport> load_judged(const std::string& path,
                                          const std::vector<std::string>& baselines) {
    auto loaded = std::make_unique<LoadedReport>();
    loaded->report = load_report(path);
    if (baselines.empty()) {
        return loaded;
    }
    rejudge(loaded->report, requirement_catalogue(), row_catalogue());
    loaded->baselines = load_checked_baselines(baselines, {&loaded->report});
    loaded->known.emplace(loaded->baselines, *loaded->report.environment);
    const bool strict = loaded->report.judgement && loaded->report.judgement->strict;
    judge(loaded->report, *loaded->known, strict);
    return loaded;
}

RowNames row_names(const std::vector<const Report*>& reports) {
    RowNames names(row_catalogue());
    for (const auto* report : reports) {
        for (const auto& row : report->rows) {
            names.add(row.row);
        }
    }
    return names;
}

std::vector<Baseline> load_baselines_of(const std::vector<std::string>& paths) {
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        files.push_back(path_from_utf8(path));
    }
    return load_baselines(files);
}

std::vector<Baseline> load_checked_baselines(const std::vector<std::string>& paths,
                                             const std::vector<const Report*>& reports) {
    auto baselines = load_baselines_of(paths);
    check_entries(baselines, row_names(reports));
    return baselines;
}

void write_output(const std::string& path, const std::string& text) {
    if (path.empty()) {
        std::cout << text;
    } else {
        write_file_atomically(path_from_utf8(path), bytes_for(path, text));
    }
}

std::string report_text(const Report& report) {
    return Json(report).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conformance
