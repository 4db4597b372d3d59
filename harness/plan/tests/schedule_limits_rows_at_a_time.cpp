#include <catch2/catch_test_macros.hpp>

#include "plan/schedule.hpp"

using namespace conformance;

namespace {

/// Shards of one row; rows below 10 wait.
bool waits(const Shard& shard) {
    return shard.front() < 10;
}

}  // namespace

TEST_CASE("shards that wait run beside as many others as there are jobs") {
    Schedule schedule({{1}, {2}, {10}, {11}, {12}}, waits, {.jobs = 2});
    CHECK(schedule.next() == Shard{1});
    CHECK(schedule.next() == Shard{2});
    CHECK(schedule.next() == Shard{10});
    CHECK(schedule.next() == Shard{11});
    CHECK_FALSE(schedule.next());
    schedule.ended({1}, {});
    CHECK_FALSE(schedule.next());
    schedule.ended({10}, {});
    CHECK(schedule.next() == Shard{12});
}

TEST_CASE("the others begin when the shards that wait are over, where these come first") {
    Schedule schedule({{1}, {2}, {10}}, waits, {.jobs = 2, .waiting_rows_first = true});
    CHECK(schedule.next() == Shard{1});
    CHECK(schedule.next() == Shard{2});
    CHECK_FALSE(schedule.next());
    schedule.ended({2}, {});
    CHECK_FALSE(schedule.next());
    schedule.ended({1}, {});
    CHECK(schedule.next() == Shard{10});
}

TEST_CASE("a shard for which there is no room lets the next ones pass") {
    Schedule schedule({{10}, {11}, {1}}, waits, {.jobs = 1});
    CHECK(schedule.next() == Shard{10});
    CHECK(schedule.next() == Shard{1});
    CHECK_FALSE(schedule.next());
    Schedule waiting_first({{10}, {1}}, waits, {.jobs = 1, .waiting_rows_first = true});
    CHECK(waiting_first.next() == Shard{1});
    CHECK_FALSE(waiting_first.next());
    waiting_first.ended({1}, {});
    CHECK(waiting_first.next() == Shard{10});
}

TEST_CASE("what is left of a shard comes next") {
    Schedule schedule({{10, 11, 12}, {13}}, waits, {.jobs = 1});
    CHECK(schedule.next() == Shard{10, 11, 12});
    schedule.ended({10, 11, 12}, {12});
    CHECK(schedule.next() == Shard{12});
}

TEST_CASE("a row that runs once more has the machine for itself") {
    Schedule schedule({{1}, {10}, {11}}, waits, {.jobs = 1});
    CHECK(schedule.next() == Shard{1});
    CHECK(schedule.next() == Shard{10});
    schedule.again(1);
    schedule.ended({1}, {});
    CHECK_FALSE(schedule.next());
    schedule.again(10);
    schedule.ended({10}, {});
    CHECK(schedule.next() == Shard{11});
    CHECK_FALSE(schedule.next());
    schedule.ended({11}, {});
    CHECK(schedule.next() == Shard{1});
    CHECK_FALSE(schedule.next());
    schedule.ended({1}, {});
    CHECK(schedule.next() == Shard{10});
    schedule.ended({10}, {});
    CHECK_FALSE(schedule.next());
}

TEST_CASE("nothing begins any more after clear") {
    Schedule schedule({{1}}, waits, {.jobs = 1});
    schedule.again(1);
    schedule.clear();
    CHECK_FALSE(schedule.next());
}
