#pragma once

#include <stdexcept>

namespace conformance {

/// Input that cannot be used: a file, a selector, the value of an option. The message is one line
/// that names the input, the place in it and the expectation. Exit code 2.
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Well-formed input that matches no row: a selector, or an entry of a baseline. Exit code 3.
class NothingMatched : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace conformance
