#include "harness_runs.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace conformance {

namespace {

std::wstring wide(const std::string& text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end())).wstring();
}

HANDLE output_file(const std::string& path) {
    SECURITY_ATTRIBUTES inheritable{sizeof inheritable, nullptr, TRUE};
    return CreateFileW(wide(path).c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                       &inheritable, CREATE_ALWAYS, 0, nullptr);
}

}  // namespace

TestFolder::TestFolder()
    : path_(std::filesystem::temp_directory_path() /
            ("winsock_conformance_" + std::to_string(GetCurrentProcessId()) + "_" +
             std::to_string(GetTickCount()))) {
    std::filesystem::create_directories(path_);
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string TestFolder::file(const std::string& name) const {
    return (path_ / name).string();
}

StartedSuite::StartedSuite(const TestFolder& folder, const std::vector<std::string>& arguments,
                           const std::string& misbehaviour, bool standard_handles) {
    std::wstring command_line = L"\"" + suite_program().wstring() + L"\"";
    for (const auto& argument : arguments) {
        command_line += L" \"" + wide(argument) + L"\"";
    }
    SetEnvironmentVariableW(L"MISBEHAVIOUR",
                            misbehaviour.empty() ? nullptr : wide(misbehaviour).c_str());
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    startup.dwFlags = STARTF_USESTDHANDLES;
    if (standard_handles) {
        startup.hStdOutput = output_file(folder.file("output"));
        startup.hStdError = output_file(folder.file("errors"));
    }
    PROCESS_INFORMATION information{};
    // As in run/child_process.cpp: Wine now and then loses a process while it is made.
    BOOL created = FALSE;
    DWORD error = ERROR_INTERNAL_ERROR;
    for (int attempt = 0; !created && error == ERROR_INTERNAL_ERROR && attempt < 3; ++attempt) {
        created = CreateProcessW(nullptr, command_line.data(), nullptr, nullptr, TRUE, 0, nullptr,
                                 nullptr, &startup, &information);
        error = GetLastError();
    }
    if (standard_handles) {
        CloseHandle(startup.hStdOutput);
        CloseHandle(startup.hStdError);
    }
    if (!created) {
        throw std::runtime_error("the suite's program cannot be started: " +
                                 suite_program().string() + ": error " + std::to_string(error));
    }
    CloseHandle(information.hThread);
    process_ = information.hProcess;
}

StartedSuite::~StartedSuite() {
    kill();
    CloseHandle(process_);
}

void StartedSuite::kill() const {
    TerminateProcess(process_, 99);
    WaitForSingleObject(process_, INFINITE);
}

int StartedSuite::wait() const {
    WaitForSingleObject(process_, INFINITE);
    DWORD code = 0;
    GetExitCodeProcess(process_, &code);
    return static_cast<int>(code);
}

SuiteRun run_suite(const TestFolder& folder, const std::vector<std::string>& arguments,
                   const std::string& misbehaviour, bool standard_handles) {
    const StartedSuite started(folder, arguments, misbehaviour, standard_handles);
    const int code = started.wait();
    return {code, text_of(folder.file("output")), text_of(folder.file("errors"))};
}

std::string text_of(const std::string& path) {
    std::ifstream file(std::filesystem::path(wide(path)), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::map<std::string, RowResult> rows_of(const std::string& report_path) {
    std::map<std::string, RowResult> rows;
    const auto report = parse_json(text_of(report_path), report_path);
    for (const auto& row : report.at("rows")) {
        auto result = row.get<RowResult>();
        rows[result.row] = std::move(result);
    }
    return rows;
}

std::ptrdiff_t lines_of(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

}  // namespace conformance
