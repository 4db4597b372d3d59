#pragma once

#include <string>
#include <string_view>

namespace conformance {

// Reports are kept as .json.gz where their file is named so. zlib, RFC 1952.

/// Whether the file's name says that it is compressed.
bool is_gzip_name(std::string_view name) noexcept;

/// The bytes as a gzip file. The same bytes give the same file: it names neither file nor time.
std::string gzip(std::string_view bytes);

/// The bytes in a gzip file. `name` is what an InputError calls it: for what is no whole gzip file,
/// and for one that holds more than `most` bytes.
std::string gunzip(std::string_view file, std::size_t most, const std::string& name);

}  // namespace conformance
