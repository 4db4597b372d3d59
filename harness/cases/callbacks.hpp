#pragma once

#include <functional>
#include <optional>

#include "cases/test.hpp"

namespace conformance {

/// A call to be made inside a callback, once, and its answer.
struct CallInCallback {
    const std::function<CallResult()>& call;
    std::optional<CallResult> answer;

    void carry_out() {
        if (!answer) {
            answer = call();
        }
    }
};

/// What `call` answers inside the condition function of a WSAAccept that waits for it to return.
/// Throws Inconclusive where the condition function is not called. `call` may throw nothing.
CallResult answer_inside_condition_function(const Test& test, Family family,
                                            const std::function<CallResult()>& call);

}  // namespace conformance
