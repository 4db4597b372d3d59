#include "writers/rerun.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <string_view>

namespace conformance {

namespace {

/// Whether the text is the same to sh, to PowerShell and to cmd.exe, in double quotes, and no
/// option and nothing on another machine.
bool is_plain(std::string_view text) {
    const bool is_else = text.empty() || text.starts_with('-') || text.starts_with("\\\\") ||
                         text.starts_with("//") || text.ends_with('\\');
    return !is_else && std::ranges::all_of(text, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("-_./\\:[]=,+*()@~ ").find(c) != std::string_view::npos;
    });
}

/// The options of that command line that choose the system under test or change a run's behaviour;
/// nothing when one of them cannot be repeated.
std::optional<std::string> conditions_of(const std::vector<std::string>& command_line) {
    static constexpr std::array<std::string_view, 4> options{"--provider", "--wsk-driver",
                                                             "--wsk-provider", "--without"};
    std::string text;
    for (std::size_t i = 1; i < command_line.size(); ++i) {
        const auto& argument = command_line[i];
        const auto sign = argument.find('=');
        const auto name = std::string_view(argument).substr(0, sign);
        if (std::ranges::find(options, name) == options.end()) {
            continue;
        }
        const bool in_one = sign != argument.npos;
        if (!in_one && i + 1 == command_line.size()) {
            return std::nullopt;
        }
        const auto value = in_one ? argument.substr(sign + 1) : command_line[++i];
        if (!is_plain(value)) {
            return std::nullopt;
        }
        text += " " + std::string(name) + " \"" + value + "\"";
    }
    return text;
}

/// The values that all rows, of one case, have.
std::string shared_values(const std::vector<const RowResult*>& rows) {
    std::string text;
    for (const auto& parameter : rows.front()->parameters) {
        const bool shared = std::ranges::all_of(rows, [&](const RowResult* row) {
            return std::ranges::find(row->parameters, parameter) != row->parameters.end();
        });
        if (shared) {
            text += (text.empty() ? "" : ",") + parameter.name + "=" + parameter.value;
        }
    }
    return text.empty() ? text : "[" + text + "]";
}

std::set<std::string> selectors_of(const std::vector<const RowResult*>& rows) {
    const auto& first = *rows.front();
    if (rows.size() == 1) {
        return {first.row};
    }
    const bool one_case = std::ranges::all_of(
        rows, [&](const RowResult* row) { return row->case_name == first.case_name; });
    if (one_case) {
        return {first.case_name + shared_values(rows)};
    }
    for (const auto& id : first.requirements) {
        const bool shared = std::ranges::all_of(rows, [&](const RowResult* row) {
            return std::ranges::find(row->requirements, id) != row->requirements.end();
        });
        if (shared) {
            return {id};
        }
    }
    std::set<std::string> beginnings;
    for (const auto* row : rows) {
        beginnings.insert(row->case_name.substr(0, row->case_name.find('/')));
    }
    return beginnings;
}

}  // namespace

std::string rerun_command(const Report& report, const std::vector<const RowResult*>& rows) {
    const auto selectors = selectors_of(rows);
    const auto conditions = conditions_of(report.run.command_line);
    if (!std::ranges::all_of(selectors, is_plain) || !conditions) {
        return {};
    }
    std::string command = "winsock-conformance run";
    for (const auto& selector : selectors) {
        command += " \"" + selector + "\"";
    }
    return command + *conditions;
}

}  // namespace conformance
