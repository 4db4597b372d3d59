#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "model/gzip.hpp"
#include "base/input_error.hpp"

using namespace conformance;
using Catch::Matchers::Message;

namespace {

constexpr std::size_t most = std::size_t{1} << 20;

std::string some_text() {
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        text += std::to_string(i * i) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("what was compressed comes back, and is smaller") {
    const auto text = some_text();
    CHECK(gunzip(gzip(text), most, "r.gz") == text);
    CHECK(gzip(text).size() < text.size() / 2);
    CHECK(gunzip(gzip(""), most, "r.gz").empty());
    CHECK(gzip(text) == gzip(text));
}

TEST_CASE("what is no whole gzip file is refused, and so is one that holds too much") {
    const auto file = gzip(some_text());
    const auto refuses = [](const std::string& bytes, const char* message) {
        CHECK_THROWS_MATCHES(gunzip(bytes, most, "r.gz"), InputError, Message(message));
    };
    refuses("", "r.gz: expected a gzip file that is whole");
    refuses("{}", "r.gz: expected a gzip file that is whole");
    refuses(file.substr(0, file.size() - 1), "r.gz: expected a gzip file that is whole");
    refuses(file.substr(0, file.size() / 2), "r.gz: expected a gzip file that is whole");
    auto broken = file;
    broken[file.size() - 6] = static_cast<char>(broken[file.size() - 6] ^ 1);
    refuses(broken, "r.gz: expected a gzip file that is whole");
    refuses(file + "x", "r.gz: expected nothing after the end of the gzip file");
    CHECK_THROWS_MATCHES(
        gunzip(gzip(std::string(3 << 20, ' ')), most, "r.gz"), InputError,
        Message("r.gz: expected a report, of at most 1 MiB; this file holds more"));
}
