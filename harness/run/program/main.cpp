#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "plan/selector.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "worker/worker.hpp"
#include "winsock/function_table.hpp"
#include "writers/escape.hpp"

namespace {

using namespace conformance;

std::vector<std::string> utf8_arguments(int count, wchar_t** wide) {
    std::vector<std::string> arguments;
    for (int i = 0; i < count; ++i) {
        const std::wstring_view argument(wide[i]);
        arguments.push_back(utf8_from_utf16(std::u16string(argument.begin(), argument.end())));
    }
    return arguments;
}

struct Execute {
    int operator()(const RunOptions& options) const {
        return static_cast<int>(run_command(options));
    }
    int operator()(const ListOptions& options) const {
        return static_cast<int>(list_command(options));
    }
    int operator()(const ExplainOptions& options) const {
        return static_cast<int>(explain_command(options));
    }
    int operator()(const FactsOptions& options) const {
        return static_cast<int>(facts_command(options));
    }
    int operator()(const WorkerOptions& options) const { return run_worker(options); }
    int operator()(const WireWatcherOptions& options) const { return run_wire_watcher(options); }
    int operator()(const DriverGuardOptions& options) const { return run_driver_guard(options); }
    int operator()(const PrintAndEnd& print) const {
        std::cout << print.text;
        return 0;
    }
};

int fail(ExitCode code, const std::exception& error) {
    std::cerr << "winsock-conformance: " << terminal_text(error.what()) << std::endl;
    return static_cast<int>(code);
}

}  // namespace

// wmain, because main's arguments went through the system's code page.
int wmain(int count, wchar_t** arguments) {
    // Otherwise every character goes to the system by itself.
    std::ios::sync_with_stdio(false);
    try {
        return std::visit(Execute{}, parse_command_line(utf8_arguments(count, arguments)));
    } catch (const InputError& error) {
        return fail(ExitCode::bad_input, error);
    } catch (const ProviderError& error) {
        return fail(ExitCode::bad_input, error);
    } catch (const NothingMatched& error) {
        return fail(ExitCode::nothing_ran, error);
    } catch (const std::exception& error) {
        return fail(ExitCode::harness_fault, error);
    }
}
