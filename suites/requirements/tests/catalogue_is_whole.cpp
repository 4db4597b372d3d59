#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "embedded/documents.hpp"
#include "requirements/catalogue.hpp"

using namespace conformance;

TEST_CASE("the catalogue holds every document of suites.cmake in its order, named as its file") {
    std::vector<std::string> files;
    for (const auto& [file, text] : embedded::documents()) {
        files.push_back(file);
    }
    std::vector<std::string> documents;
    for (const auto& document : requirement_catalogue().documents()) {
        documents.push_back(document.id + ".json");
        std::ranges::replace(documents.back(), '-', '_');
    }
    CHECK(files.size() >= 6);
    CHECK(documents == files);
}

TEST_CASE("every requirement says what it claims and where it stands") {
    for (const auto& requirement : requirement_catalogue().requirements()) {
        CAPTURE(requirement.id);
        CHECK(requirement.statement.ends_with('.'));
        CHECK_FALSE(requirement.section.empty());
        const auto* document = requirement_catalogue().find_document(requirement.document);
        REQUIRE(document != nullptr);
        CHECK(document->address.starts_with("https://learn.microsoft.com/"));
    }
}

TEST_CASE("the suite's own requirements rest on no document") {
    for (const auto& requirement : requirement_catalogue().requirements()) {
        if (requirement.document == "ipproto-tcp") {
            CHECK(requirement.basis == Basis::own);
        }
    }
}

TEST_CASE("the catalogue's hash is a SHA-256") {
    CHECK(requirement_catalogue_sha256().size() == 64);
}
