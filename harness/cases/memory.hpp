#pragma once

#include <cstdint>
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
    /// A DWORD of which the first two bytes are the last of a good page, and the rest are not
    /// mapped.
    run_over,
    /// A page that can be read only.
    read_only,
    /// A DWORD that is the last of a good page, behind which nothing is mapped.
    page_end,
};

std::string to_text(MemoryKind kind);

/// A DWORD of such memory, for as long as the object lives.
class Memory {
public:
    /// Where the memory can be read, `content` stands in it. Throws Inconclusive when the system
    /// does not give that memory.
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
