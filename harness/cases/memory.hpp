#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace conformance {

/// Memory that is no good for a buffer, one kind that is good for reading only, and one that is
/// good to the last byte.
enum class MemoryKind {
    null,
    /// An address at which nothing is mapped.
    unmapped,
    /// A page without any access.
    no_access,
    /// A guard page.
    guard,
    /// An address of the system's half of the address space.
    kernel,
    /// An object whose first half is the last of a good page, and whose rest is not mapped.
    run_over,
    /// A page that can be read only.
    read_only,
    /// An object that is the last of a good page, behind which nothing is mapped.
    page_end,
};

std::string to_text(MemoryKind kind);

/// An object in such memory, for as long as the object lives.
class Memory {
public:
    /// Where the memory can be read, `content` stands in it. Throws Inconclusive when the system
    /// does not give that memory.
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
