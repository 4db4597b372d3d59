#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "terminal/layout.hpp"

namespace conformance {

enum class Stream { output, error };

/// The terminal behind a standard stream, if there is one. While it lives, a console of Windows
/// obeys the sequences of ISO 6429, where it can; what it did before is restored.
class Terminal {
public:
    explicit Terminal(Stream stream);
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal();

    bool exists() const noexcept { return exists_; }
    /// Columns; nothing where there is no terminal, or where it does not say.
    std::optional<std::size_t> width() const noexcept { return width_; }

    /// How to lay out what goes there. Without a choice there is colour on a terminal that obeys,
    /// unless NO_COLOR is set (no-color.org).
    Layout layout(ColourChoice choice) const;

private:
    struct System;

    std::unique_ptr<System> system_;
    bool exists_ = false;
    bool obeys_ = false;
    std::optional<std::size_t> width_;
};

}  // namespace conformance
