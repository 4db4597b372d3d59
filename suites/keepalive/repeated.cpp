#include "keepalive/repeated.hpp"

namespace conformance {

void check_turn(const Test& test, const SwitchTurn& turn) {
    CHECK_THAT(turn.turned, Succeeds());
    if (Succeeds().match(turn.turned)) {
        require_success(turn.reading);
        if (!Stores(turn.value).match(turn.reading)) {
            require_readable(test.winsock(), so_keepalive);
        }
        CHECK_THAT(turn.reading, Stores(turn.value));
    }
}

}  // namespace conformance
