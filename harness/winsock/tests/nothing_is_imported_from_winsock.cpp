#include <cstring>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "record/windows_headers.hpp"

namespace {

/// The names of the DLLs that this program imports from, read from its own headers in memory. It is
/// linked from the same API wrapper as the suite.
std::vector<std::string> imported_dlls() {
    const auto* base = reinterpret_cast<const unsigned char*>(GetModuleHandleW(nullptr));
    const auto& dos = *reinterpret_cast<const IMAGE_DOS_HEADER*>(base);
    const auto& nt = *reinterpret_cast<const IMAGE_NT_HEADERS*>(base + dos.e_lfanew);
    const auto& directory = nt.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    std::vector<std::string> names;
    for (const auto* entry =
             reinterpret_cast<const IMAGE_IMPORT_DESCRIPTOR*>(base + directory.VirtualAddress);
         entry->Name != 0; ++entry) {
        names.emplace_back(reinterpret_cast<const char*>(base + entry->Name));
    }
    return names;
}

}  // namespace

TEST_CASE("the API wrapper imports no Winsock DLL") {
    const auto names = imported_dlls();
    REQUIRE_FALSE(names.empty());
    for (const auto& name : names) {
        CAPTURE(name);
        CHECK(_stricmp(name.c_str(), "ws2_32.dll") != 0);
        CHECK(_stricmp(name.c_str(), "wsock32.dll") != 0);
        CHECK(_stricmp(name.c_str(), "mswsock.dll") != 0);
    }
}
