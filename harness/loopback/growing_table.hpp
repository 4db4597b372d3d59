#pragma once

#include <string>
#include <vector>

#include <windows.h>

#include "model/inconclusive.hpp"

namespace conformance {

/// Reads a table of iphlpapi such as GetTcpTable's, to which other programs add rows at any time.
/// `fill` gets a buffer and its size in bytes, and returns ERROR_INSUFFICIENT_BUFFER with the
/// required size, or another error. The buffer has room for a thousand more rows than required,
/// because a busy machine opens that many connections between two calls. Throws Inconclusive for
/// any other error.
template <typename Fill>
std::vector<unsigned char> read_growing_table(Fill fill) {
    constexpr ULONG room = 64 * 1024;
    std::vector<unsigned char> table;
    ULONG size = 0;
    ULONG error = ERROR_INSUFFICIENT_BUFFER;
    for (int attempt = 0; attempt < 5 && error == ERROR_INSUFFICIENT_BUFFER; ++attempt) {
        size += room;
        table.resize(size);
        error = fill(table.data(), &size);
    }
    if (error != NO_ERROR) {
        throw Inconclusive("set-up: the table of TCP's connections cannot be read: error " +
                           std::to_string(error));
    }
    return table;
}

}  // namespace conformance
