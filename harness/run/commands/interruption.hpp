#pragma once

#include "supervisor/event_queue.hpp"

namespace conformance {

/// While it lives, Ctrl+C, Ctrl+Break and the closing of the console become an
/// Event::Kind::interrupted. There is one at a time.
class Interruption {
public:
    explicit Interruption(EventQueue& events);
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();
};

}  // namespace conformance
