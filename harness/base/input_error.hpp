#pragma once

#include <stdexcept>

namespace conformance {

/// Input that cannot be used: a file, a selector, an option's value. The message is one line that
/// names the thing, the place in it and what was expected. Exit code 2.
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Something well-formed to which no row belongs: a selector, an entry of a baseline. Exit code 3.
class NothingMatched : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace conformance
