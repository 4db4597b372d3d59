#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "terminal/layout.hpp"

namespace conformance {

enum class Stream { output, error };

/// The terminal of a standard stream, if there is one. While the object lives, a Windows console
/// interprets the sequences of ISO 6429, if it can; the destructor restores its mode.
class Terminal {
public:
    explicit Terminal(Stream stream);
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal();

    bool exists() const noexcept { return exists_; }
    /// The number of columns; nothing without a terminal, or when it is unknown.
    std::optional<std::size_t> width() const noexcept { return width_; }

    /// The layout of output to this stream. By default there is colour on a terminal that supports
    /// it, unless NO_COLOR is set (no-color.org).
    Layout layout(ColourChoice choice) const;

private:
    struct System;

    std::unique_ptr<System> system_;
    bool exists_ = false;
    bool obeys_ = false;
    std::optional<std::size_t> width_;
};

}  // namespace conformance
