#include "cases/memory.hpp"

#include <array>
#include <cstddef>
#include <cstring>

#include "model/inconclusive.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

namespace {

constexpr std::size_t page_size = 4096;

void* kernel_address() {
    // In the system's part of the address space, on 32 bits also where that is a single gigabyte
    // or, on a 64-bit system, its last 64 KiB.
    constexpr std::uint64_t address =
        sizeof(void*) == 8 ? 0xFFFF'FFFF'8000'0000u : std::uint64_t{0xFFFF'1000u};
    return reinterpret_cast<void*>(static_cast<std::uintptr_t>(address));
}

}  // namespace

std::string to_text(MemoryKind kind) {
    static constexpr std::array<const char*, 8> names{
        "null", "unmapped", "no-access", "guard", "kernel", "run-over", "read-only", "page-end"};
    return names[static_cast<std::size_t>(kind)];
}

Memory::Memory(MemoryKind kind, std::uint32_t content)
    : Memory(kind, {reinterpret_cast<const unsigned char*>(&content), sizeof content}) {}

Memory::Memory(MemoryKind kind, std::span<const unsigned char> content) {
    if (kind == MemoryKind::null) {
        return;
    }
    if (kind == MemoryKind::kernel) {
        data_ = kernel_address();
        return;
    }
    // A good page, and the page that is in question.
    pages_ = VirtualAlloc(nullptr, 2 * page_size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (pages_ == nullptr) {
        throw Inconclusive("set-up: VirtualAlloc gave no memory");
    }
    auto* second = static_cast<std::byte*>(pages_) + page_size;
    data_ = second;
    if (kind == MemoryKind::run_over) {
        data_ = second - content.size() / 2;
    } else if (kind == MemoryKind::page_end) {
        data_ = second - content.size();
    }
    std::memcpy(data_, content.data(), content.size());
    DWORD before = 0;
    BOOL done = FALSE;
    switch (kind) {
        case MemoryKind::no_access:
            done = VirtualProtect(second, page_size, PAGE_NOACCESS, &before);
            break;
        case MemoryKind::guard:
            done = VirtualProtect(second, page_size, PAGE_READWRITE | PAGE_GUARD, &before);
            break;
        case MemoryKind::read_only:
            done = VirtualProtect(second, page_size, PAGE_READONLY, &before);
            break;
        default: done = VirtualFree(second, page_size, MEM_DECOMMIT);
    }
    if (!done) {
        VirtualFree(pages_, 0, MEM_RELEASE);
        throw Inconclusive("set-up: the memory could not be made " + to_text(kind));
    }
}

Memory::~Memory() {
    if (pages_ != nullptr) {
        VirtualFree(pages_, 0, MEM_RELEASE);
    }
}

}  // namespace conformance
