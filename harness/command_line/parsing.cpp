#include "command_line/parsing.hpp"

#include <algorithm>
#include <functional>
#include <memory>

#include "command_line/names.hpp"
#include "base/input_error.hpp"
#include "model/suggestion.hpp"

namespace conformance {

namespace {

/// CLI11's messages may be of several lines; one is enough.
std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// The command of that name, hidden or not, or null.
const CLI::App* find_command(const CLI::App& app, const std::string& name) {
    const auto all = app.get_subcommands([](const CLI::App*) { return true; });
    const auto found =
        std::ranges::find(all, name, [](const CLI::App* command) { return command->get_name(); });
    return found == all.end() ? nullptr : *found;
}

std::string no_command(const CLI::App& app, const std::string& name) {
    const auto names = names_of_commands(app);
    const auto meant = did_you_mean(name, names);
    return "there is no command \"" + name + "\"" +
           (meant.empty() ? ": expected " + listed(names) : meant);
}

/// An argument that the command does not know.
std::string no_option(const CLI::App& app, const std::vector<std::string>& arguments) {
    const auto used = app.get_subcommands();
    const auto& command = used.empty() ? app : *used.front();
    const auto names = names_of_options(command);
    for (const auto& argument : arguments) {
        const auto name = argument.substr(0, argument.find('='));
        if (name.starts_with("--") && std::ranges::find(names, name) == names.end()) {
            return "there is no option " + name + did_you_mean(name, names);
        }
    }
    return {};
}

/// A value that an option does not take, of those that it does.
std::string no_value(const CLI::App& app, const std::vector<std::string>& arguments) {
    const auto used = app.get_subcommands();
    if (!used.empty() && arguments.size() > 2 && !arguments[2].starts_with("-")) {
        // The only arguments with a choice of values are the first of their commands.
        for (const auto* option : used.front()->get_options()) {
            const auto values = values_of(*option);
            if (option->get_positional() && !values.empty()) {
                return "expected " + listed(values) + ", got \"" + arguments[2] + "\"" +
                       did_you_mean(arguments[2], values);
            }
        }
    }
    for (std::size_t i = 0; !used.empty() && i < arguments.size(); ++i) {
        const auto sign = arguments[i].find('=');
        const auto* option = arguments[i].starts_with("--")
                                 ? used.front()->get_option_no_throw(arguments[i].substr(0, sign))
                                 : nullptr;
        const auto values = option == nullptr ? std::vector<std::string>() : values_of(*option);
        if (values.empty() || (sign == std::string::npos && i + 1 == arguments.size())) {
            continue;
        }
        const auto value =
            sign == std::string::npos ? arguments[i + 1] : arguments[i].substr(sign + 1);
        if (std::ranges::find(values, value) == values.end()) {
            return option->get_name() + ": expected " + listed(values) + ", got \"" + value + "\"" +
                   did_you_mean(value, values);
        }
    }
    return {};
}

/// CLI11 breaks no lines.
class HelpFormatter : public CLI::Formatter {
public:
    HelpFormatter() { column_width(name_width); }

    std::string make_option_desc(const CLI::Option* option) const override {
        return broken(Formatter::make_option_desc(option));
    }
    std::string make_subcommand(const CLI::App* command) const override {
        std::string name = "  " + command->get_name();
        name.resize(name_width, ' ');
        return wrapped({line_width, false}, name, command->get_description());
    }

private:
    static constexpr std::size_t name_width = 32;
    static constexpr std::size_t line_width = 100;

    /// CLI11 indents the text after a newline.
    static std::string broken(const std::string& text) {
        auto lines = wrapped({line_width - name_width, false}, "", text);
        lines.pop_back();
        return lines;
    }
};

}  // namespace

CommonCommands::CommonCommands(CLI::App& app) : app_(app) {
    app.formatter(std::make_shared<HelpFormatter>());
    for (auto* command : app.get_subcommands([](CLI::App*) { return true; })) {
        command->formatter(app.get_formatter());
    }
    auto* help = app.add_subcommand("help", "The help of a command, or of them all");
    help->add_option("COMMAND", help_of_, "The command; the program itself without");
    add_examples(*help, {"help " + names_of_commands(app).front()});
    auto* completion =
        app.add_subcommand("completion", "A script with which a shell completes command lines");
    completion->add_option("SHELL", shell_, "The shell: bash or powershell")
        ->required()
        ->check(CLI::IsMember({"bash", "powershell"}));
    add_examples(*completion, {"completion bash > ~/.bash_completion.d/" + app.get_name(),
                               "completion powershell >> $PROFILE"});
}

std::optional<std::string> CommonCommands::parse(const std::vector<std::string>& arguments,
                                                 const Words& words) {
    if (arguments.size() > 1 && !arguments[1].starts_with("-") &&
        find_command(app_, arguments[1]) == nullptr) {
        throw InputError(no_command(app_, arguments[1]));
    }
    try {
        app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend() - 1));
    } catch (const CLI::CallForHelp&) {
        return app_.help();
    } catch (const CLI::CallForVersion& version) {
        return std::string(version.what()) + "\n";
    } catch (const CLI::ExtrasError& error) {
        const auto text = no_option(app_, arguments);
        throw InputError(text.empty() ? first_line(error.what()) : text);
    } catch (const CLI::ValidationError& error) {
        const auto text = no_value(app_, arguments);
        throw InputError(text.empty() ? first_line(error.what()) : text);
    } catch (const CLI::RequiredError& error) {
        const auto names = names_of_commands(app_);
        throw InputError(arguments.size() > 1 ? first_line(error.what())
                                              : "expected a command: " + listed(names));
    } catch (const CLI::Error& error) {
        throw InputError(first_line(error.what()));
    }
    if (app_.got_subcommand("completion")) {
        return completion_script(app_, shell_, words());
    }
    if (!app_.got_subcommand("help")) {
        return std::nullopt;
    }
    if (help_of_.empty()) {
        return app_.get_formatter()->make_help(&app_, app_.get_name(), CLI::AppFormatMode::Normal);
    }
    const auto* command = find_command(app_, help_of_);
    if (command == nullptr) {
        throw InputError(no_command(app_, help_of_));
    }
    return command->help(app_.get_name());
}

void add_colour(CLI::App& command, ColourChoice& choice) {
    command
        .add_option_function<std::string>(
            "--color", [&choice](const std::string& name) { choice = *colour_choice_from(name); },
            "Colours: auto for a terminal unless NO_COLOR is set, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_examples(CLI::App& command, const std::vector<std::string>& examples) {
    const auto* program = command.get_parent();
    std::string text = "Examples:";
    for (const auto& example : examples) {
        text += "\n  " + program->get_name() + " " + example;
    }
    command.footer(text);
}

}  // namespace conformance
