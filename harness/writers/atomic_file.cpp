#include "writers/atomic_file.hpp"

#include <cerrno>
#include <random>
#include <string>
#include <utility>

#include "model/gzip.hpp"
#include "base/utf8.hpp"

#ifdef _WIN32
#include <io.h>
#endif

namespace conformance {

namespace {

std::FILE* open_for_writing(const std::filesystem::path& path) {
#ifdef _WIN32
    return _wfopen(path.c_str(), L"wb");
#else
    return std::fopen(path.c_str(), "wb");
#endif
}

/// On Windows until the disk has it; standard C++ knows no further than the system.
bool flush(std::FILE* file) noexcept {
    if (std::fflush(file) != 0) {
        return false;
    }
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return true;
#endif
}

std::error_code last_error() {
    return {errno, std::generic_category()};
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)) {
    std::error_code ignored;
    if (std::filesystem::is_symlink(path_, ignored)) {
        path_ = std::filesystem::weakly_canonical(path_, ignored);
    }
    // To rename over a device would take its place.
    if (std::filesystem::exists(path_, ignored) &&
        !std::filesystem::is_regular_file(path_, ignored)) {
        throw WriteError(utf8_from_path(path_) + ": cannot be written: it is no ordinary file");
    }
    temporary_ = path_;
    // A unique name, so that two processes that write the same file do not mix.
    temporary_ += "." + std::to_string(std::random_device{}()) + ".tmp";
    file_.reset(open_for_writing(temporary_));
    if (!file_) {
        fail(last_error());
    }
}

AtomicFile::~AtomicFile() {
    if (file_) {
        file_.reset();
        std::error_code ignored;
        std::filesystem::remove(temporary_, ignored);
    }
}

void AtomicFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
        fail(last_error());
    }
}

void AtomicFile::commit() {
    if (!flush(file_.get()) || std::fclose(file_.release()) != 0) {
        fail(last_error());
    }
    std::error_code error;
    std::filesystem::rename(temporary_, path_, error);
    if (error) {
        fail(error);
    }
}

void AtomicFile::fail(const std::error_code& reason) {
    file_.reset();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
    throw WriteError(utf8_from_path(path_) + ": cannot be written: " + reason.message());
}

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

std::string bytes_for(const std::string& name, std::string text) {
    return is_gzip_name(name) ? gzip(text) : text;
}

}  // namespace conformance
