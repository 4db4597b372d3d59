#pragma once

#include <cstddef>
#include <functional>

namespace conformance {

/// Calls `work` with each number below `count`, in their order, in `threads` threads. Once one has
/// thrown no further one begins; `failed` is called then, so that what waits for another can give
/// up, and the first exception is thrown again when all have ended.
void for_each_in_parallel(std::size_t count, unsigned threads,
                          const std::function<void(std::size_t)>& work,
                          const std::function<void()>& failed = {});

}  // namespace conformance
