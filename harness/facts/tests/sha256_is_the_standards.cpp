#include <filesystem>
#include <fstream>

#include <catch2/catch_test_macros.hpp>

#include "facts/sha256.hpp"

using namespace conformance;

// The example values of FIPS 180-2, appendix B.
TEST_CASE("a file's hash is SHA-256") {
    const auto path = std::filesystem::temp_directory_path() / "winsock_conformance_sha256_test";
    std::ofstream(path, std::ios::binary) << "abc";
    CHECK(sha256_of_file(path) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    std::ofstream(path, std::ios::binary) << std::string(1000000, 'a');
    CHECK(sha256_of_file(path) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    std::filesystem::remove(path);
}

TEST_CASE("a file that is not there has no hash") {
    CHECK_FALSE(sha256_of_file("no such file"));
}
