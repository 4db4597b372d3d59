#pragma once

#include "record/windows_headers.hpp"

namespace conformance {

/// The upcalls that a base provider with installable-file-system handles may make (Winsock SPI,
/// WSPUPCALLTABLE): events, threads, asynchronous procedure calls. Upcalls that only a provider
/// without such handles needs answer WSAEOPNOTSUPP.
WSPUPCALLTABLE upcall_table() noexcept;

/// The thread id of the provider's last call of WPUQueueApc in this process; null when there was
/// none. It identifies the memory, which need not be readable.
const WSATHREADID* last_queued_apc() noexcept;

}  // namespace conformance
