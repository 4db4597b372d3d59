#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace conformance {

/// A file that could not be written; the message names it and the system's reason.
class WriteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Puts the bytes into the file as a whole or not at all: they go to a temporary file beside it,
/// are flushed to the disk, and the file is renamed into place. On failure the old file stands, the
/// temporary one is gone, and WriteError is thrown.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace conformance
