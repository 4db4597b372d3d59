#include <catch2/catch_test_macros.hpp>

#include "cases/case.hpp"

using namespace conformance;

namespace {

const Parameter<Family> family("family", {Family::ipv4, Family::ipv6});
const Parameter<int> number("number");

NtVersion first_version_of(Family of) {
    return of == Family::ipv4 ? NtVersion{5, 0, 0} : NtVersion{5, 1, 0};
}

CONFORMANCE_CASE("example/product", checks("d.x", "d.y"),
                 rows(family.since(first_version_of), number.of(1, 2, -3)), needs("seen-{family}"),
                 only_when_named()) {}

CONFORMANCE_CASE("example/documented", checks("d.x"),
                 rows(family.documented_since(first_version_of)), runs_without_family()) {}

CONFORMANCE_CASE("example/alone", checks("d.x"), own_process(), waits(std::chrono::milliseconds(7)),
                 needs("ipv6")) {}

RegisteredCase find(const std::string& name) {
    for (auto& of_case : registered_cases()) {
        if (of_case.info.name == name) {
            return of_case;
        }
    }
    FAIL("no case " + name);
    return {};
}

}  // namespace

TEST_CASE("rows are every combination, the last parameter changing fastest") {
    const auto product = find("example/product");
    std::vector<std::string> names;
    for (const auto& row : product.info.rows) {
        names.push_back(row.name);
    }
    CHECK(names == std::vector<std::string>{
                       "example/product[family=ipv4,number=1]",
                       "example/product[family=ipv4,number=2]",
                       "example/product[family=ipv4,number=-3]",
                       "example/product[family=ipv6,number=1]",
                       "example/product[family=ipv6,number=2]",
                       "example/product[family=ipv6,number=-3]",
                   });
    REQUIRE(product.rows.size() == 6);
    CHECK(product.rows[5][family] == Family::ipv6);
    CHECK(product.rows[5][number] == -3);
    CHECK(product.info.requirements == std::vector<std::string>{"d.x", "d.y"});
}

TEST_CASE("a row is of the versions that have its values") {
    const auto product = find("example/product");
    CHECK(product.info.rows[0].observable.contains({5, 0, 2195}));
    CHECK_FALSE(product.info.rows[3].observable.contains({5, 0, 2195}));
    CHECK(product.info.rows[3].observable.contains({5, 1, 2600}));
    CHECK(product.info.rows[3].versions.contains({5, 0, 2195}));
    const auto documented = find("example/documented");
    CHECK_FALSE(documented.info.rows[1].versions.contains({5, 0, 2195}));
    CHECK(documented.info.rows[1].versions.contains({5, 1, 2600}));
    CHECK(documented.info.rows[1].observable.contains({5, 0, 2195}));
}

TEST_CASE("a row needs its family, unless the case runs without") {
    CHECK(find("example/documented").info.rows.front().needs.empty());
}

TEST_CASE("what a row needs may have its values in the name") {
    const auto product = find("example/product");
    CHECK(product.info.only_when_named);
    CHECK(product.info.rows.front().needs == std::vector<std::string>{"ipv4", "seen-ipv4"});
    CHECK(product.info.rows.back().needs == std::vector<std::string>{"ipv6", "seen-ipv6"});
}

TEST_CASE("a case without parameters has one row, named like it") {
    const auto alone = find("example/alone");
    REQUIRE(alone.info.rows.size() == 1);
    CHECK(alone.info.rows[0].name == "example/alone");
    CHECK(alone.info.own_process);
    CHECK(alone.info.waits == std::chrono::milliseconds(7));
    CHECK(alone.info.rows.front().needs == std::vector<std::string>{"ipv6"});
}

TEST_CASE("a parameter that the row does not have is a fault") {
    const auto alone = find("example/alone");
    CHECK_THROWS_AS(alone.rows[0][number], std::logic_error);
}
