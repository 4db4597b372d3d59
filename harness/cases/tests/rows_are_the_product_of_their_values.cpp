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

const Parameter<std::uint64_t> seed("seed", {1, 2});

CONFORMANCE_CASE("example/open", checks("d.x"), may_find("d.y"), rows(family, seed),
                 takes_any(seed)) {}

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

TEST_CASE("a case that takes any number has the rows of one that is named") {
    auto open = find("example/open");
    CHECK(open.info.may_find == std::vector<std::string>{"d.y"});
    add_rows(open, {{"family", "ipv6"}, {"seed", "77"}});
    REQUIRE(open.info.rows.size() == 5);
    CHECK(open.info.rows.back().name == "example/open[family=ipv6,seed=77]");
    CHECK(open.rows.back()[seed] == 77);
    CHECK(open.rows.back()[family] == Family::ipv6);
    CHECK(open.info.rows.back().needs == std::vector<std::string>{"ipv6"});
    // The other family, too; and nothing twice.
    add_rows(open, {{"seed", "77"}});
    CHECK(open.info.rows.size() == 6);
    add_rows(open, {{"seed", "18446744073709551615"}});
    CHECK(open.info.rows.size() == 8);
}

TEST_CASE("what is no number, or listed, or no value of the case adds no row") {
    auto open = find("example/open");
    for (const auto* number_text : {"", "x", "-1", "07", "1 ", "18446744073709551616", "2"}) {
        add_rows(open, {{"seed", number_text}});
    }
    add_rows(open, {{"family", "ipv5"}, {"seed", "77"}});
    add_rows(open, {{"family", "ipv6"}});
    CHECK(open.info.rows.size() == 4);
    auto product = find("example/product");
    add_rows(product, {{"number", "77"}});
    CHECK(product.info.rows.size() == 6);
}

TEST_CASE("a parameter that the row does not have is a fault") {
    const auto alone = find("example/alone");
    CHECK_THROWS_AS(alone.rows[0][number], std::logic_error);
}
