#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace conformance {

/// A file could not be written; the message names it and the system's reason.
class WriteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file that is written completely or not at all: the content goes to a temporary file beside it,
/// which commit() flushes to the disk and renames. Without a commit the old file stays and the
/// temporary one is removed. Every member function throws WriteError on failure.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path path);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    void write(std::string_view bytes);
    void commit();

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
    };

    [[noreturn]] void fail(const std::error_code& reason);

    std::filesystem::path path_;
    std::filesystem::path temporary_;
    std::unique_ptr<std::FILE, Close> file_;
};

/// The same for existing bytes.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

/// The content of a report's file with that name: the text, or the text compressed when the name
/// ends in .gz.
std::string bytes_for(const std::string& name, std::string text);

}  // namespace conformance
