#include "plan/durable_file.hpp"

#include <utility>

#ifdef _WIN32
#include <io.h>
#endif

namespace conformance {

namespace {

std::FILE* open_file(const std::filesystem::path& path, DurableFile::Mode mode) {
    const bool appends = mode == DurableFile::Mode::append;
#ifdef _WIN32
    return ::_wfopen(path.c_str(), appends ? L"ab" : L"wb");
#else
    return std::fopen(path.c_str(), appends ? "ab" : "wb");
#endif
}

/// Writes the file through to the disk. Runs take place on Windows only: elsewhere only tests write
/// journals.
bool write_through([[maybe_unused]] std::FILE* file) {
#ifdef _WIN32
    return ::_commit(::_fileno(file)) == 0;
#else
    return true;
#endif
}

}  // namespace

DurableFile::DurableFile(const std::filesystem::path& path, Mode mode)
    : file_(open_file(path, mode)), good_(file_ != nullptr) {}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)), good_(other.good_) {}

DurableFile& DurableFile::operator=(DurableFile&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(good_, other.good_);
    return *this;
}

DurableFile::~DurableFile() {
    if (file_ != nullptr) {
        // All that was written is on the disk already.
        static_cast<void>(std::fclose(file_));
    }
}

void DurableFile::write(std::string_view text) {
    good_ = good_ && std::fwrite(text.data(), 1, text.size(), file_) == text.size() &&
            std::fflush(file_) == 0;
}

void DurableFile::sync() {
    good_ = good_ && write_through(file_);
}

}  // namespace conformance
