#include "tool/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "judge/row_pattern.hpp"
#include "base/input_error.hpp"
#include "model/row_catalogue.hpp"
#include "base/utf8.hpp"
#include "tool/files.hpp"

namespace conformance {

namespace {

namespace fs = std::filesystem;

bool is_report_name(std::string_view name) {
    const auto plain = name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
    return plain.ends_with(".json") && !plain.ends_with(".ctrf.json");
}

/// Whether a file in a folder or pattern may be a report: a file that begins as another format
/// (CTRF, a history, a comparison, a baseline, a matrix, a list of uses) is not. Compressed files
/// are not checked.
bool may_be_report(const fs::path& path) {
    if (path.extension() == ".gz") {
        return true;
    }
    std::array<char, 4096> beginning{};
    std::ifstream file(path, std::ios::binary);
    file.read(beginning.data(), beginning.size());
    const std::string_view text(beginning.data(), static_cast<std::size_t>(file.gcount()));
    static constexpr std::array<std::string_view, 6> others{"\"reportFormat\"", "\"lines\"",
                                                            "\"relies_on\"",    "\"entries\"",
                                                            "\"platforms\"",    "\"packages\""};
    return std::ranges::none_of(
        others, [&](std::string_view member) { return text.find(member) != text.npos; });
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

/// Adds the reports below `folder` whose path fits the parts of the pattern from `part` on, sorted.
void match(const fs::path& folder, const std::vector<std::string>& parts, std::size_t part,
           std::vector<std::string>& reports) {
    std::error_code error;
    if (parts[part].find_first_of("*?") == std::string::npos) {
        const auto next = folder / path_from_utf8(parts[part]);
        if (part + 1 < parts.size() && fs::is_directory(next, error)) {
            match(next, parts, part + 1, reports);
        } else if (part + 1 == parts.size() && fs::is_regular_file(next, error)) {
            reports.push_back(utf8_from_path(next));
        }
        return;
    }
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, error)) {
        if (fits(utf8_from_path(entry.path().filename()), parts[part])) {
            entries.push_back(folder / entry.path().filename());
        }
    }
    std::ranges::sort(entries);
    for (const auto& entry : entries) {
        if (part + 1 < parts.size()) {
            if (fs::is_directory(entry, error)) {
                match(entry, parts, part + 1, reports);
            }
        } else if (fs::is_regular_file(entry, error) &&
                   is_report_name(utf8_from_path(entry.filename())) && may_be_report(entry)) {
            reports.push_back(utf8_from_path(entry));
        }
    }
}

std::vector<std::string> reports_below(const fs::path& folder) {
    std::vector<std::string> reports;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && is_report_name(utf8_from_path(entry.path().filename())) &&
            may_be_report(entry.path())) {
            reports.push_back(utf8_from_path(entry.path()));
        }
    }
    std::ranges::sort(reports);
    return reports;
}

std::vector<std::string> reports_that_fit(const fs::path& pattern) {
    std::vector<std::string> parts;
    for (const auto& part : pattern.relative_path()) {
        parts.push_back(utf8_from_path(part));
    }
    std::vector<std::string> reports;
    match(pattern.root_path(), parts, 0, reports);
    return reports;
}

/// A pattern of files, and not a selector of rows, which has brackets and no such ending.
bool is_pattern(const std::string& argument) {
    return argument.find_first_of("*?") != argument.npos &&
           (is_report_name(argument) ||
            (argument.ends_with("*") && argument.find('[') == argument.npos));
}

}  // namespace

Inputs sort_inputs(const std::vector<std::string>& arguments) {
    Inputs inputs;
    for (const auto& argument : arguments) {
        const auto path = path_from_utf8(argument);
        std::error_code error;
        const bool is_folder = fs::is_directory(path, error);
        if (!is_folder && !is_pattern(argument)) {
            const bool is_file =
                argument == standard_input || is_report_name(argument) || fs::exists(path, error);
            (is_file ? inputs.reports : inputs.selectors).push_back(argument);
            continue;
        }
        const auto reports = is_folder ? reports_below(path) : reports_that_fit(path);
        if (reports.empty()) {
            throw InputError(argument + ": expected a report (.json or .json.gz) " +
                             (is_folder ? "in this folder" : "that fits"));
        }
        inputs.reports.insert(inputs.reports.end(), reports.begin(), reports.end());
    }
    return inputs;
}

std::string one_report(const std::string& argument) {
    auto reports = report_inputs({argument});
    if (reports.size() > 1) {
        throw InputError(argument + ": expected one report, and " + std::to_string(reports.size()) +
                         " are there");
    }
    return std::move(reports.front());
}

std::vector<std::string> report_inputs(const std::vector<std::string>& arguments) {
    auto inputs = sort_inputs(arguments);
    inputs.reports.insert(inputs.reports.end(), inputs.selectors.begin(), inputs.selectors.end());
    return inputs.reports;
}

namespace {

/// Whether the row is of the selector's case and has its values, of which "*" is any.
bool has_values(const std::string& row, const std::string& selector) {
    const auto parameters = parameters_of(row);
    const auto wanted = parameters_of(selector);
    return case_of(selector) == case_of(row) && selector.ends_with(']') &&
           std::ranges::all_of(wanted, [&](const RowParameter& one) {
               return one.name == "*" || std::ranges::any_of(parameters, [&](const auto& other) {
                          return one.name == other.name &&
                                 (one.value == "*" || one.value == other.value);
                      });
           });
}

}  // namespace

bool is_selected(const std::vector<std::string>& selectors, const std::string& row,
                 const std::vector<std::string>& requirements) {
    const auto case_name = case_of(row);
    return selectors.empty() || std::ranges::any_of(selectors, [&](const std::string& selector) {
               if (selector.find('[') != selector.npos) {
                   return selector == row || has_values(row, selector);
               }
               return std::ranges::find(requirements, selector) != requirements.end() ||
                      case_name == selector || case_name.starts_with(selector + "/");
           });
}

}  // namespace conformance
