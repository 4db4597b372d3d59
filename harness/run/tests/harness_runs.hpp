#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "model/row_result.hpp"
#include "programs.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// A folder for one test, removed with the object.
class TestFolder {
public:
    TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    ~TestFolder();

    /// The path of a file in it, as text for a command line.
    std::string file(const std::string& name) const;

private:
    std::filesystem::path path_;
};

/// The suite's program, started with its output in files. The destructor ends it if it still runs.
class StartedSuite {
public:
    /// `misbehaviour` becomes the environment variable of the misbehaving provider. With
    /// `standard_handles` false the program has no standard output or error.
    StartedSuite(const TestFolder& folder, const std::vector<std::string>& arguments,
                 const std::string& misbehaviour = "", bool standard_handles = true);
    StartedSuite(const StartedSuite&) = delete;
    StartedSuite& operator=(const StartedSuite&) = delete;
    ~StartedSuite();

    void kill() const;
    /// The exit code, once the program has ended.
    int wait() const;

private:
    HANDLE process_ = nullptr;
};

struct SuiteRun {
    int exit_code = 0;
    std::string output;
    std::string errors;
};

/// Runs the program to its end.
SuiteRun run_suite(const TestFolder& folder, const std::vector<std::string>& arguments,
                   const std::string& misbehaviour = "", bool standard_handles = true);

std::string text_of(const std::string& path);

/// The rows of a run's report, by name; the last repetition of each.
std::map<std::string, RowResult> rows_of(const std::string& report_path);

/// The number of lines of a text.
std::ptrdiff_t lines_of(const std::string& text);

}  // namespace conformance
