#include <catch2/catch_test_macros.hpp>

#include "loopback/growing_table.hpp"

using namespace conformance;

namespace {

/// A table that other programs make 1,000 bytes longer before each look at it.
class BusyTable {
public:
    ULONG operator()(unsigned char* table, ULONG* size) {
        needed_ += 1000;
        if (*size < needed_) {
            *size = needed_;
            return ERROR_INSUFFICIENT_BUFFER;
        }
        table[needed_ - 1] = 1;
        return NO_ERROR;
    }

private:
    ULONG needed_ = 100'000;
};

}  // namespace

TEST_CASE("a table that grows between two calls is read") {
    CHECK(read_growing_table(BusyTable()).size() >= 100'000);
}

TEST_CASE("a table that cannot be read makes the row inconclusive") {
    CHECK_THROWS_AS(
        read_growing_table([](unsigned char*, ULONG*) -> ULONG { return ERROR_ACCESS_DENIED; }),
        Inconclusive);
}
