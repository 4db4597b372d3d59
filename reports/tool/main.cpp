#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "base/input_error.hpp"
#include "base/utf8.hpp"
#include "tool/commands.hpp"
#include "writers/atomic_file.hpp"
#include "writers/escape.hpp"

namespace {

using namespace conformance;

struct Execute {
    ExitCode operator()(const ShowOptions& options) const { return show_command(options); }
    ExitCode operator()(const CheckOptions& options) const { return check_command(options); }
    ExitCode operator()(const JudgeOptions& options) const { return judge_command(options); }
    ExitCode operator()(const DiffOptions& options) const { return diff_command(options); }
    ExitCode operator()(const MatrixOptions& options) const { return matrix_command(options); }
    ExitCode operator()(const ConvertOptions& options) const { return convert_command(options); }
    ExitCode operator()(const HistoryCommandOptions& options) const {
        return history_command(options);
    }
    ExitCode operator()(const CompareOptions& options) const { return compare_command(options); }
    ExitCode operator()(const PrintAndEnd& print) const {
        std::cout << print.text;
        return ExitCode::gate_holds;
    }
};

ExitCode fail(ExitCode code, const std::exception& error) {
    std::cerr << "conformance-report: " << terminal_text(error.what()) << std::endl;
    return code;
}

ExitCode run(const std::vector<std::string>& arguments) {
    std::ios::sync_with_stdio(false);
    try {
        const auto code = std::visit(Execute{}, parse_command_line(arguments));
        if (!std::cout.flush()) {
            throw WriteError("the standard output: cannot be written");
        }
        return code;
    } catch (const InputError& error) {
        return fail(ExitCode::bad_input, error);
    } catch (const NothingMatched& error) {
        return fail(ExitCode::nothing_ran, error);
    } catch (const WriteError& error) {
        return fail(ExitCode::bad_input, error);
    } catch (const std::filesystem::filesystem_error& error) {
        return fail(ExitCode::bad_input, error);
    } catch (const std::exception& error) {
        return fail(ExitCode::harness_fault, error);
    }
}

}  // namespace

#ifdef _WIN32
// wmain, because main's arguments went through the system's code page.
int wmain(int count, wchar_t** wide) {
    std::vector<std::string> arguments;
    for (int i = 0; i < count; ++i) {
        const std::wstring_view argument(wide[i]);
        arguments.push_back(utf8_from_utf16(std::u16string(argument.begin(), argument.end())));
    }
    return static_cast<int>(run(arguments));
}
#else
int main(int count, char** arguments) {
    return static_cast<int>(run({arguments, arguments + count}));
}
#endif
