#include "command_line/names.hpp"

#include <algorithm>

namespace conformance {

std::vector<const CLI::App*> shown_commands(const CLI::App& app) {
    return app.get_subcommands(
        [](const CLI::App* command) { return !command->get_group().empty(); });
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* command : shown_commands(app)) {
        names.push_back(command->get_name());
    }
    return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        if (!option->get_positional()) {
            for (const auto& name : option->get_lnames()) {
                names.push_back("--" + name);
            }
        }
    }
    return names;
}

std::vector<std::string> values_of(const CLI::Option& option) {
    // The form that CLI::IsMember gives them: "TEXT:{bash,powershell}".
    const auto type = option.get_type_name();
    const auto open = type.find('{');
    const auto close = type.find('}', open == type.npos ? 0 : open);
    std::vector<std::string> values;
    if (open == type.npos || close == type.npos) {
        return values;
    }
    for (auto at = open + 1; at < close;) {
        const auto end = std::min(type.find(',', at), close);
        values.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return values;
}

}  // namespace conformance
