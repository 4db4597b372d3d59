#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace conformance {

/// A file that could not be written; the message names it and the system's reason.
class WriteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file that is there as a whole or not at all: what is written goes to a temporary file beside
/// it, which commit() flushes to the disk and renames into place. Without a commit the old file
/// stands, and the temporary one is removed. Every member function throws WriteError on failure.
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

/// The same for bytes that are there already.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

/// What a report's text is in the file of that name: the same, or compressed where it ends in .gz.
std::string bytes_for(const std::string& name, std::string text);

}  // namespace conformance
