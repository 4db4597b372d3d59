#include <cstring>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "cases/memory.hpp"
#include "record/windows_headers.hpp"

using namespace conformance;

namespace {

/// How many bytes of a DWORD at `memory` can be read, from the first on. IsBadReadPtr tries it;
/// ReadProcessMemory would not do, because Wine's reads also where the process itself cannot.
int readable(const void* memory) {
    int count = 0;
    while (count < 4 && !IsBadReadPtr(memory, static_cast<UINT_PTR>(count) + 1)) {
        ++count;
    }
    return count;
}

DWORD protection_of(void* memory) {
    MEMORY_BASIC_INFORMATION information{};
    VirtualQuery(memory, &information, sizeof information);
    return information.State == MEM_COMMIT ? information.Protect : 0;
}

constexpr std::uint32_t content = 0x04030201;

}  // namespace

TEST_CASE("memory that cannot be read cannot be read") {
    const auto kind =
        GENERATE(MemoryKind::null, MemoryKind::unmapped, MemoryKind::no_access, MemoryKind::kernel);
    CAPTURE(to_text(kind));
    const Memory memory(kind, content);
    CHECK(readable(memory.data()) == 0);
}

TEST_CASE("pages have the protection that they are named after") {
    CHECK(protection_of(Memory(MemoryKind::no_access, content).data()) == PAGE_NOACCESS);
    CHECK(protection_of(Memory(MemoryKind::read_only, content).data()) == PAGE_READONLY);
    CHECK(protection_of(Memory(MemoryKind::guard, content).data()) ==
          (PAGE_READWRITE | PAGE_GUARD));
    CHECK(protection_of(Memory(MemoryKind::unmapped, content).data()) == 0);
}

TEST_CASE("memory that runs over has two bytes") {
    const Memory memory(MemoryKind::run_over, content);
    CHECK(readable(memory.data()) == 2);
    CHECK(std::memcmp(memory.data(), &content, 2) == 0);
}

TEST_CASE("memory at the end of a page is good to the last byte") {
    const Memory memory(MemoryKind::page_end, content);
    CHECK(readable(memory.data()) == 4);
    CHECK(IsBadReadPtr(memory.data(), 5));
    CHECK(std::memcmp(memory.data(), &content, sizeof content) == 0);
}

TEST_CASE("read-only memory holds its content") {
    const Memory memory(MemoryKind::read_only, content);
    CHECK(std::memcmp(memory.data(), &content, sizeof content) == 0);
}
