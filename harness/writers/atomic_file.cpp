#include "writers/atomic_file.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>

#include "model/utf8.hpp"

#ifdef _WIN32
#include <io.h>
#include <process.h>
#else
#include <unistd.h>
#endif

namespace conformance {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};

std::unique_ptr<std::FILE, CloseFile> open_for_writing(const std::filesystem::path& path) {
#ifdef _WIN32
    return std::unique_ptr<std::FILE, CloseFile>(_wfopen(path.c_str(), L"wb"));
#else
    return std::unique_ptr<std::FILE, CloseFile>(std::fopen(path.c_str(), "wb"));
#endif
}

int process_id() noexcept {
#ifdef _WIN32
    return _getpid();
#else
    return getpid();
#endif
}

bool flush_to_disk(std::FILE* file) noexcept {
    if (std::fflush(file) != 0) {
        return false;
    }
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return fsync(fileno(file)) == 0;
#endif
}

[[noreturn]] void fail(const std::filesystem::path& path, const std::filesystem::path& temporary,
                       const std::error_code& reason) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw WriteError(utf8_from_path(path) + ": cannot be written: " + reason.message());
}

std::error_code last_error() {
    return {errno, std::generic_category()};
}

}  // namespace

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
    // A name of this process alone, so that two that write the same file do not mix.
    auto temporary = path;
    temporary += "." + std::to_string(process_id()) + ".tmp";
    auto file = open_for_writing(temporary);
    if (!file) {
        throw WriteError(utf8_from_path(path) + ": cannot be written: " + last_error().message());
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
        !flush_to_disk(file.get())) {
        const auto reason = last_error();
        file.reset();
        fail(path, temporary, reason);
    }
    if (std::fclose(file.release()) != 0) {
        fail(path, temporary, last_error());
    }
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) {
        fail(path, temporary, error);
    }
}

}  // namespace conformance
