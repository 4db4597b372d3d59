#pragma once

#include <string>
#include <string_view>

namespace conformance {

// Reports in files named .json.gz are compressed. zlib, RFC 1952.

/// Whether the file's name ends in .gz.
bool is_gzip_name(std::string_view name) noexcept;

/// The bytes as a gzip file, without a file name or time, so that the same bytes give the same
/// file.
std::string gzip(std::string_view bytes);

/// The content of a gzip file. Throws InputError, which begins with `name`, for an incomplete file
/// and for content of more than `most` bytes.
std::string gunzip(std::string_view file, std::size_t most, const std::string& name);

}  // namespace conformance
