#pragma once

#include <cstddef>
#include <functional>

namespace conformance {

/// Calls `work` with each number below `count`, in order, in `threads` threads. After an exception
/// no further call begins and `failed` is called, so that a waiting call can give up. Rethrows the
/// first exception when all calls have ended.
void for_each_in_parallel(std::size_t count, unsigned threads,
                          const std::function<void(std::size_t)>& work,
                          const std::function<void()>& failed = {});

}  // namespace conformance
