#include "tool/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "judge/row_pattern.hpp"
#include "model/input_error.hpp"
#include "model/row_catalogue.hpp"
#include "model/utf8.hpp"

namespace conformance {

namespace {

namespace fs = std::filesystem;

bool is_report_name(std::string_view name) {
    return (name.ends_with(".json") && !name.ends_with(".ctrf.json")) || name.ends_with(".json.gz");
}

/// Whether the name fits the pattern, in which * is any text and ? any character.
bool fits(std::string_view name, std::string_view pattern) {
    if (pattern.empty()) {
        return name.empty();
    }
    if (pattern.front() == '*') {
        return fits(name, pattern.substr(1)) || (!name.empty() && fits(name.substr(1), pattern));
    }
    return !name.empty() && (pattern.front() == '?' || pattern.front() == name.front()) &&
           fits(name.substr(1), pattern.substr(1));
}

template <typename Entries>
void collect(Entries entries, std::string_view pattern, std::vector<std::string>& reports) {
    std::vector<std::string> found;
    for (const auto& entry : entries) {
        const auto name = utf8_from_path(entry.path().filename());
        if (entry.is_regular_file() && is_report_name(name) && fits(name, pattern)) {
            found.push_back(utf8_from_path(entry.path()));
        }
    }
    std::ranges::sort(found);
    reports.insert(reports.end(), found.begin(), found.end());
}

}  // namespace

Inputs sort_inputs(const std::vector<std::string>& arguments) {
    Inputs inputs;
    for (const auto& argument : arguments) {
        const auto path = path_from_utf8(argument);
        const auto last = utf8_from_path(path.filename());
        const auto before = inputs.reports.size();
        std::error_code error;
        const bool is_folder = fs::is_directory(path, error);
        const bool is_pattern =
            last.find_first_of("*?") != last.npos && (is_report_name(last) || last.ends_with("*"));
        if (is_folder) {
            collect(fs::recursive_directory_iterator(path), "*", inputs.reports);
        } else if (is_pattern && argument.find('[') == argument.npos) {
            const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
            if (fs::is_directory(folder, error)) {
                collect(fs::directory_iterator(folder), last, inputs.reports);
            }
        } else if (is_report_name(argument) || fs::exists(path, error)) {
            inputs.reports.push_back(argument);
            continue;
        } else {
            inputs.selectors.push_back(argument);
            continue;
        }
        if (inputs.reports.size() == before) {
            throw InputError(argument + ": expected a report (.json or .json.gz) " +
                             (is_folder ? "in this folder" : "that fits"));
        }
    }
    return inputs;
}

std::vector<std::string> report_inputs(const std::vector<std::string>& arguments) {
    auto inputs = sort_inputs(arguments);
    inputs.reports.insert(inputs.reports.end(), inputs.selectors.begin(), inputs.selectors.end());
    return inputs.reports;
}

bool is_selected(const std::vector<std::string>& selectors, const std::string& row,
                 const std::vector<std::string>& requirements) {
    const auto case_name = case_of(row);
    return selectors.empty() || std::ranges::any_of(selectors, [&](const std::string& selector) {
               if (selector.find('[') != selector.npos) {
                   return selector == row || (case_of(selector) == case_name &&
                                              RowPattern(selector, selector).matches(row));
               }
               return std::ranges::find(requirements, selector) != requirements.end() ||
                      case_name == selector || case_name.starts_with(selector + "/");
           });
}

}  // namespace conformance
