#include "tool/files.hpp"

#include <iostream>

#include "model/json.hpp"
#include "model/report_reader.hpp"
#include "model/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "writers/atomic_file.hpp"

namespace conformance {

Report load_report(const std::string& path) {
    return read_report(read_report_file(path_from_utf8(path)), path);
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
