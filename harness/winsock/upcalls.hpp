#pragma once

#include "record/windows_headers.hpp"

namespace conformance {

/// The upcalls that a base provider of installable-file-system handles may make into whoever
/// started it (Winsock SPI, WSPUPCALLTABLE): events, threads, asynchronous procedure calls. What
/// only a provider without such handles needs answers WSAEOPNOTSUPP.
WSPUPCALLTABLE upcall_table() noexcept;

/// The thread id with which a provider last called WPUQueueApc, in this process; null when none
/// did. It says which memory was used, and need not be readable.
const WSATHREADID* last_queued_apc() noexcept;

}  // namespace conformance
