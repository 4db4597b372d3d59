#include <catch2/catch_test_macros.hpp>

#include "base/input_error.hpp"
#include "base/json.hpp"
#include "model/row_result.hpp"

using namespace conformance;

namespace {

RowResult full_result() {
    RowResult result;
    result.case_name = "a/b";
    result.row = "a/b[k=v]";
    result.repetition = 3;
    result.parameters = {{"k", "v"}};
    result.requirements = {"d.x"};
    result.verdict = Verdict::fail;
    result.reason = "because \"of\"\x01 this";
    result.checks = {{"expression", "expected", "actual", false, 17}};
    result.calls = {
        {"setsockopt", {{"s", "0x4"}}, {{"optval", 4, "01000000", "01000000"}}, -1, 10014, {}, 4.5},
        {"recv", {}, {}, {}, {}, {}, 0},
        {"WskControlSocket", {}, {}, 0x103, {}, IoStatus{1, -5, 4}, 1},
    };
    result.duration_us = 1234;
    return result;
}

}  // namespace

TEST_CASE("a row's result is the same after JSON") {
    const auto text = Json(full_result()).dump();
    CHECK(Json::parse(text).get<RowResult>() == full_result());
}

TEST_CASE("a failed row states what was expected and what happened") {
    const auto json = Json(full_result());
    CHECK(json.at("expected") == "expected");
    CHECK(json.at("actual") == "actual");
}

TEST_CASE("a call in flight has no result") {
    const auto json = Json(full_result());
    CHECK(json.at("calls").at(1).at("result").is_null());
    CHECK(json.at("calls").at(0).at("error").at("name") == "WSAEFAULT");
}

TEST_CASE("an unknown verdict is refused") {
    auto json = Json(full_result());
    json["verdict"] = "splendid";
    CHECK_THROWS_AS(json.get<RowResult>(), InputError);
}
