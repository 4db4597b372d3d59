#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "model/nt_version.hpp"

using namespace conformance;

TEST_CASE("versions are read with and without a build") {
    CHECK(nt_version_from("6.0") == NtVersion{6, 0, 0});
    CHECK(nt_version_from("10.0.16299") == NtVersion{10, 0, 16299});
}

TEST_CASE("what is no version is refused") {
    const auto text = GENERATE("", "6", "6.", ".0", "6.0.", "6.0.1.2", "6,0", "six", "6.0 ", "-6.0",
                               "99999999999.0");
    CAPTURE(text);
    CHECK_FALSE(nt_version_from(text));
}

TEST_CASE("versions are ordered by their numbers, not their digits") {
    CHECK(NtVersion{6, 3, 9600} < NtVersion{10, 0, 10240});
    CHECK(NtVersion{10, 0, 9000} < NtVersion{10, 0, 16299});
}

TEST_CASE("a range holds both its ends") {
    const VersionRange range{NtVersion{5, 1, 0}, NtVersion{5, 2, 0}};
    CHECK_FALSE(range.contains({5, 0, 2195}));
    CHECK(range.contains({5, 1, 2600}));
    CHECK(range.contains({5, 2, 3790}));
    CHECK_FALSE(range.contains({6, 0, 6002}));
}

TEST_CASE("an end with a build is exact") {
    const VersionRange range{NtVersion{10, 0, 15063}, NtVersion{10, 0, 16298}};
    CHECK_FALSE(range.contains({10, 0, 14393}));
    CHECK(range.contains({10, 0, 15063}));
    CHECK(range.contains({10, 0, 16298}));
    CHECK_FALSE(range.contains({10, 0, 16299}));
}

TEST_CASE("a product is named by its version") {
    CHECK(product_name({5, 0, 2195}, false) == "Windows 2000 Professional");
    CHECK(product_name({5, 2, 3790}, true) == "Windows Server 2003");
    CHECK(product_name({10, 0, 19045}, false) == "Windows 10");
    CHECK(product_name({10, 0, 22631}, false) == "Windows 11");
    CHECK(product_name({10, 0, 20348}, true) == "Windows Server 2022");
    CHECK(product_name({10, 0, 26100}, true) == "Windows Server 2025");
    CHECK(product_name({4, 0, 1381}, false) == "Windows");
}

TEST_CASE("a version is named by the first products that have it") {
    CHECK(with_products(NtVersion{10, 0, 16299}) == "Windows 10 1709, Server 2019 (10.0.16299)");
    CHECK(with_products(NtVersion{10, 0, 15063}) == "Windows 10 1703, Server 2019 (10.0.15063)");
    CHECK(with_products(NtVersion{6, 1, 0}) == "Windows 7, Server 2008 R2 (6.1)");
    CHECK(with_products(NtVersion{6, 0, 6002}) == "Windows Vista, Server 2008 (6.0.6002)");
    // Of a version that nobody has named yet the number alone.
    CHECK(with_products(NtVersion{10, 0, 99999}) == "10.0.99999");
    CHECK(with_products(NtVersion{11, 0, 0}) == "11.0");
    CHECK(with_products(VersionRange{NtVersion{6, 0, 0}, {}}) ==
          "from Windows Vista, Server 2008 (6.0)");
    CHECK(with_products(VersionRange{{}, NtVersion{5, 2, 0}}) ==
          "until Windows XP x64, Server 2003 (5.2)");
    CHECK(with_products(VersionRange{}) == "every version");
}
