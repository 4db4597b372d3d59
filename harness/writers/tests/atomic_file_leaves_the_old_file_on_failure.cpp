#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "writers/atomic_file.hpp"

using namespace conformance;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test is.
class TemporaryFolder {
public:
    TemporaryFolder() : path_(fs::temp_directory_path() / "winsock_conformance_writers_test") {
        fs::remove_all(path_);
        fs::create_directory(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::ptrdiff_t files_in(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

}  // namespace

TEST_CASE("the file has the bytes, and nothing else is left") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "report.json";
    write_file_atomically(path, "one");
    write_file_atomically(path, "two\n");
    CHECK(text_of(path) == "two\n");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what cannot be put in place is removed, and said") {
    const TemporaryFolder folder;
    // A folder cannot be replaced by a file.
    const auto taken = folder.path() / "taken";
    fs::create_directory(taken);
    CHECK_THROWS_AS(write_file_atomically(taken, "x"), WriteError);
    CHECK(files_in(folder.path()) == 1);
    CHECK_THROWS_AS(write_file_atomically(folder.path() / "missing" / "report.json", "x"),
                    WriteError);
}
