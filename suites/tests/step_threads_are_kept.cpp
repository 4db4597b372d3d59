#include <set>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "../walk/step_threads.hpp"

using namespace conformance;

TEST_CASE("the threads of a walk are kept, and lose no work") {
    constexpr int rounds = 5000;
    StepThreads threads;
    std::set<std::thread::id> first;
    std::set<std::thread::id> second;
    int done_by_first = 0;
    int done_by_second = 0;
    for (int round = 0; round < rounds; ++round) {
        threads.begin(1, [&] {
            first.insert(std::this_thread::get_id());
            ++done_by_first;
        });
        threads.begin(2, [&] {
            second.insert(std::this_thread::get_id());
            ++done_by_second;
        });
        threads.wait();
        REQUIRE(done_by_first == round + 1);
        REQUIRE(done_by_second == round + 1);
    }
    CHECK(first.size() == 1);
    CHECK(second.size() == 1);
    CHECK(first != second);
}

TEST_CASE("threads end, with work or without") {
    for (int round = 0; round < 1000; ++round) {
        int done = 0;
        {
            StepThreads threads;
            threads.wait();
            threads.begin(1, [&] { ++done; });
            if (round % 2 == 0) {
                threads.wait();
            }
        }
        REQUIRE(done == 1);
    }
}
