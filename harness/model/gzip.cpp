#include "model/gzip.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <stdexcept>

#include <zlib.h>

#include "base/input_error.hpp"

namespace conformance {

namespace {

// 15 bits of window, and 16 for gzip's header and not zlib's own ("zlib 1.3 Manual", deflateInit2).
constexpr int gzip_window = 15 + 16;

Bytef* input_of(std::string_view bytes) {
    // zlib does not write there.
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

uInt size_of(std::string_view bytes) {
    if (bytes.size() > std::numeric_limits<uInt>::max()) {
        throw std::length_error("more bytes than zlib takes at a time");
    }
    return static_cast<uInt>(bytes.size());
}

/// Passes on the output of `step`, buffer by buffer, until it reports the end.
template <typename Step>
std::string pump(z_stream& stream, Step step) {
    std::string result;
    std::array<Bytef, 1 << 16> buffer{};
    bool more = true;
    while (more) {
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<uInt>(buffer.size());
        more = step(result.size());
        result.append(reinterpret_cast<const char*>(buffer.data()),
                      buffer.size() - stream.avail_out);
    }
    return result;
}

}  // namespace

bool is_gzip_name(std::string_view name) noexcept {
    return name.ends_with(".gz");
}

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    constexpr int memory = 8;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, memory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib cannot begin");
    }
    const std::unique_ptr<z_stream, int (*)(z_streamp)> end(&stream, deflateEnd);
    stream.next_in = input_of(bytes);
    stream.avail_in = size_of(bytes);
    return pump(stream, [&](std::size_t) { return deflate(&stream, Z_FINISH) == Z_OK; });
}

std::string gunzip(std::string_view file, std::size_t most, const std::string& name) {
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK) {
        throw std::runtime_error("zlib cannot begin");
    }
    const std::unique_ptr<z_stream, int (*)(z_streamp)> end(&stream, inflateEnd);
    stream.next_in = input_of(file);
    stream.avail_in = size_of(file);
    return pump(stream, [&](std::size_t so_far) {
        if (so_far > most) {
            throw InputError(name + ": expected a report, of at most " +
                             std::to_string(most >> 20) + " MiB; this file holds more");
        }
        const auto status = inflate(&stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            if (stream.avail_in != 0) {
                throw InputError(name + ": expected nothing after the end of the gzip file");
            }
            return false;
        }
        if (status != Z_OK) {
            throw InputError(name + ": expected a gzip file that is whole");
        }
        return true;
    });
}

}  // namespace conformance
