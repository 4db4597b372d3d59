#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch_test_macros.hpp>

// The fuzz target, here on its corpus and on beginnings of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

TEST_CASE("a report or a baseline is read or refused, wherever it is cut") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(FUZZ_CORPUS)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        REQUIRE_FALSE(text.empty());
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
        // A prime, so that cuts fall into every kind of token.
        for (std::size_t size = 0; size < text.size(); size += 31) {
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), size);
        }
        ++files;
    }
    CHECK(files >= 6);
}
