#pragma once

#include <stdexcept>

namespace conformance {

/// The situation of a row could not be set up or observed; the message is the reason. Thrown from
/// the body of a case, it makes the row inconclusive.
class Inconclusive : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The machine was too busy to measure. Thrown from the body of a case, it makes the row run once
/// more, alone; after the second time the row is not measured.
class NotMeasured : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The claim is about a situation that this machine does not have and no setup can create; the
/// message is the fact. Thrown from the body of a case, it makes the row not applicable.
class NotApplicable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace conformance
