#pragma once

#include "supervisor/event_queue.hpp"

namespace conformance {

/// While the object lives, Ctrl+C, Ctrl+Break and closing the console become an
/// Event::Kind::interrupted. Only one object may exist at a time.
class Interruption {
public:
    explicit Interruption(EventQueue& events);
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();
};

}  // namespace conformance
