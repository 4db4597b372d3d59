#pragma once

#include <stdexcept>

namespace conformance {

/// The provider cannot be used at all; the message names it and the reason.
class ProviderError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace conformance
