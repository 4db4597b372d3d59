#include <algorithm>

#include "command_line/names.hpp"
#include "command_line/parsing.hpp"

namespace conformance {

namespace {

std::string spaced(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string quoted_list(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "'" : ", '") + word + "'";
    }
    return "@(" + text + ")";
}

/// The possible arguments of a command, apart from files.
std::vector<std::string> arguments_of(const CLI::App& command, const CLI::App& app,
                                      const std::vector<std::string>& words) {
    for (const auto* option : command.get_options()) {
        const auto name = option->get_name();
        if (option->get_positional() && name == "COMMAND") {
            return names_of_commands(app);
        }
        if (option->get_positional() && !values_of(*option).empty()) {
            return values_of(*option);
        }
        if (option->get_positional() && (name == "SELECTOR" || name == "ID")) {
            return words;
        }
    }
    return {};
}

std::string bash_script(const CLI::App& app, const std::vector<std::string>& words) {
    auto function = "_" + app.get_name();
    std::ranges::replace(function, '-', '_');
    auto text =
        function + "() {\n" +
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
        "    case ${COMP_CWORD}:${COMP_WORDS[1]}:$before in\n"
        "        1:*) words='" +
        spaced(names_of_commands(app)) + "' ;;\n";
    for (const auto* command : shown_commands(app)) {
        for (const auto* option : command->get_options()) {
            const auto values = values_of(*option);
            if (!option->get_positional() && !values.empty()) {
                text += "        *:" + command->get_name() + ":" + option->get_name() +
                        ") words='" + spaced(values) + "' ;;\n";
            }
        }
    }
    for (const auto* command : shown_commands(app)) {
        auto all = names_of_options(*command);
        const auto arguments = arguments_of(*command, app, words);
        all.insert(all.end(), arguments.begin(), arguments.end());
        text += "        *:" + command->get_name() + ":*) words='" + spaced(all) + "' ;;\n";
    }
    // Without a word that fits, bash completes the names of files.
    return text + "    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n" +
           "complete -o default -o bashdefault -F " + function + " " + app.get_name() + " " +
           app.get_name() + ".exe\n";
}

std::string powershell_script(const CLI::App& app, const std::vector<std::string>& words) {
    std::string text = "Register-ArgumentCompleter -Native -CommandName '" + app.get_name() +
                       "', '" + app.get_name() + ".exe' -ScriptBlock {\n" +
                       "    param($word, $line, $cursor)\n    $values = @{\n";
    std::string of_commands;
    for (const auto* command : shown_commands(app)) {
        for (const auto* option : command->get_options()) {
            const auto values = values_of(*option);
            if (!option->get_positional() && !values.empty()) {
                text += "        '" + command->get_name() + " " + option->get_name() +
                        "' = " + quoted_list(values) + "\n";
            }
        }
        auto all = names_of_options(*command);
        const auto arguments = arguments_of(*command, app, words);
        all.insert(all.end(), arguments.begin(), arguments.end());
        of_commands += "        '" + command->get_name() + "' = " + quoted_list(all) + "\n";
    }
    return text + "    }\n    $words = @{\n" + of_commands +
           "    }\n"
           "    $given = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor "
           "} |\n"
           "        ForEach-Object { \"$_\" })\n"
           "    $fitting = if ($given.Count -le 1) { " +
           quoted_list(names_of_commands(app)) +
           " }\n"
           "        elseif ($values[\"$($given[1]) $($given[-1])\"]) { "
           "$values[\"$($given[1]) $($given[-1])\"] }\n"
           "        else { $words[$given[1]] }\n"
           "    $fitting | Where-Object { $_ -like \"$word*\" } |\n"
           "        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n"
           "}\n";
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell,
                              const std::vector<std::string>& words) {
    return shell == "bash" ? bash_script(app, words) : powershell_script(app, words);
}

}  // namespace conformance
