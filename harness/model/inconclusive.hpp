#pragma once

#include <stdexcept>

namespace conformance {

/// The situation that a row is about could not be set up or observed; the message is the reason.
/// Thrown out of a case's body it makes the row inconclusive.
class Inconclusive : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The machine was too busy to measure what the row is about. Thrown out of a case's body it makes
/// the row run once more, alone; the second time it is not measured.
class NotMeasured : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The claim is about a situation that is not this machine's, and that no set-up makes; the message
/// is the fact that says so. Thrown out of a case's body it makes the row not applicable.
class NotApplicable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace conformance
