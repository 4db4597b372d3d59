#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace conformance {

/// Memory that is unusable as a buffer, memory that is read-only, and memory that is valid up to
/// its last byte.
enum class MemoryKind {
    null,
    /// An address that is not mapped.
    unmapped,
    /// A page without any access.
    no_access,
    /// A guard page.
    guard,
    /// An address in the system's half of the address space.
    kernel,
    /// An object whose first half ends a valid page and whose second half is not mapped.
    run_over,
    /// A read-only page.
    read_only,
    /// An object at the end of a valid page; the next page is not mapped.
    page_end,
};

std::string to_text(MemoryKind kind);

/// Holds an object in such memory for its lifetime.
class Memory {
public:
    /// Writes `content` where the memory is readable. Throws Inconclusive when the system does not
    /// provide such memory.
    Memory(MemoryKind kind, std::span<const unsigned char> content);
    Memory(MemoryKind kind, std::uint32_t content);
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory();

    void* data() const noexcept { return data_; }

private:
    void* pages_ = nullptr;
    void* data_ = nullptr;
};

}  // namespace conformance
