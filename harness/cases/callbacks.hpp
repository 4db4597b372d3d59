#pragma once

#include <functional>
#include <optional>

#include "cases/test.hpp"

namespace conformance {

/// A call that a callback makes once, and its answer.
struct CallInCallback {
    const std::function<CallResult()>& call;
    std::optional<CallResult> answer;

    void carry_out() {
        if (!answer) {
            answer = call();
        }
    }
};

/// Makes `call` inside the condition function of a WSAAccept and returns its answer. Throws
/// Inconclusive when the condition function is not called. `call` must not throw.
CallResult answer_inside_condition_function(const Test& test, Family family,
                                            const std::function<CallResult()>& call);

}  // namespace conformance
