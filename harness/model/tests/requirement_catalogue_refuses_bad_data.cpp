#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "base/input_error.hpp"
#include "model/requirement.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

std::string catalogue_with(const std::string& requirement) {
    return R"({"document": {"id": "d", "title": "t", "address": "a"}, "requirements": [)" +
           requirement + "]}";
}

void check_refused(const std::string& text, const std::string& message) {
    RequirementCatalogue catalogue;
    CHECK_THROWS_MATCHES(catalogue.add(text, "f.json"), InputError,
                         MessageMatches(ContainsSubstring(message)));
}

}  // namespace

TEST_CASE("a whole requirement is read") {
    RequirementCatalogue catalogue;
    catalogue.add(catalogue_with(R"({"id": "d.x", "section": "s", "statement": "it is so",
        "basis": "inferred", "from": "6.0", "until": "10.0.15062",
        "readings": [{"conflict": "c", "taken": "t"}]})"),
                  "f.json");
    const auto* requirement = catalogue.find("d.x");
    REQUIRE(requirement != nullptr);
    CHECK(requirement->basis == Basis::inferred);
    CHECK(requirement->versions == VersionRange{NtVersion{6, 0, 0}, NtVersion{10, 0, 15062}});
    REQUIRE(requirement->readings.size() == 1);
    CHECK(requirement->readings[0].taken == "t");
    CHECK(catalogue.find("d.y") == nullptr);
}

TEST_CASE("bad data is refused with file, place and expectation") {
    check_refused("{", "f.json: line 1, column 2: expected JSON");
    check_refused("{\"document\":\n  nonsense}", "f.json: line 2, column 4");
    check_refused("{}", "expected the member \"document\"");
    check_refused(catalogue_with(R"({"id": "d.x", "section": "s", "basis": "own"})"),
                  "f.json: d.x: expected the member \"statement\"");
    check_refused(
        catalogue_with(R"({"id": "e.x", "section": "s", "statement": "", "basis": "own"})"),
        "starts with \"d.\"");
    check_refused(
        catalogue_with(R"({"id": "d.x", "section": "s", "statement": "", "basis": "no"})"),
        "expected the basis");
    check_refused(
        catalogue_with(
            R"({"id": "d.x", "section": "s", "statement": "", "basis": "own", "from": "soon"})"),
        "from: expected an NT version");
    check_refused(
        catalogue_with(
            R"({"id": "d.x", "section": "s", "statement": "", "basis": "own", "form": "6.0"})"),
        "\"form\" is not a known member");
    const std::string twice = R"({"id": "d.x", "section": "s", "statement": "", "basis": "own"})";
    check_refused(catalogue_with(twice + "," + twice), "\"d.x\" stands twice");
}
