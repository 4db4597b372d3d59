#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "loaded_winsock.hpp"
#include "base/text.hpp"

using namespace conformance;

TEST_CASE("a call is recorded with arguments, buffers, result and time") {
    LoadedWinsock loaded;
    const Socket socket(loaded.winsock,
                        static_cast<SOCKET>(loaded.winsock.socket(AF_INET, SOCK_STREAM, 0).value));
    loaded.recorder.clear();
    constexpr Option<> option{SOL_SOCKET, SO_KEEPALIVE};
    socket.set(option, 1);
    socket.get_over(0xA5, option);
    const auto calls = calls_of(*loaded.record);
    REQUIRE(calls.size() == 2);
    const auto& set = calls[0];
    CHECK(set.function == "setsockopt");
    REQUIRE(set.arguments.size() == 5);
    CHECK(set.arguments[1] == Call::Argument{"level", "SOL_SOCKET"});
    CHECK(set.arguments[2] == Call::Argument{"optname", "SO_KEEPALIVE"});
    CHECK(set.arguments[4] == Call::Argument{"optlen", "4"});
    REQUIRE(set.buffers.size() == 1);
    CHECK(set.buffers[0].before == "01000000");
    CHECK(set.result == 0);
    CHECK_FALSE(set.error);
    CHECK(set.microseconds > 0);
    const auto& get = calls[1];
    REQUIRE(get.buffers.size() == 2);
    CHECK(get.buffers[0].before == "a5a5a5a5");
    CHECK(get.buffers[0].after.starts_with("01"));
    CHECK(get.buffers[1].before == "04000000");
}

TEST_CASE("a call stands in the record before its function is entered") {
    LoadedWinsock loaded;
    static const FlightRecord* watched = nullptr;
    static std::vector<Call> seen_from_inside;
    watched = loaded.record.get();
    auto functions = loaded.provider.functions();
    functions.listen = [](SOCKET, int) -> int {
        seen_from_inside = calls_of(*watched);
        return 0;
    };
    Winsock winsock(functions, loaded.recorder);
    winsock.listen(1, 5);
    REQUIRE(seen_from_inside.size() == 1);
    CHECK(seen_from_inside[0].function == "listen");
    CHECK_FALSE(seen_from_inside[0].result);
}

TEST_CASE("calls can be forgotten from one on") {
    LoadedWinsock loaded;
    loaded.winsock.listen(INVALID_SOCKET, 1);
    const auto kept = loaded.winsock.recorded_calls();
    loaded.winsock.shutdown(INVALID_SOCKET, 1);
    loaded.winsock.forget_calls_after(kept);
    REQUIRE(calls_of(*loaded.record).size() == 1);
    CHECK(calls_of(*loaded.record)[0].function == "listen");
    loaded.winsock.forget_calls_after(kept + 1);
    CHECK(calls_of(*loaded.record).size() == 1);
    loaded.winsock.shutdown(INVALID_SOCKET, 1);
    CHECK(calls_of(*loaded.record).size() == 2);
}

TEST_CASE("calls of several threads stand in the record each by itself") {
    LoadedWinsock loaded;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                for (int j = 0; j < 50; ++j) {
                    loaded.winsock.listen(static_cast<SOCKET>(i + 1000), i);
                }
            });
        }
    }
    const auto calls = calls_of(*loaded.record);
    REQUIRE(calls.size() == 200);
    for (const auto& call : calls) {
        const auto backlog = std::stoi(call.arguments.at(1).value);
        CHECK(call.arguments.at(0).value ==
              hexadecimal(static_cast<std::uint64_t>(backlog + 1000)));
        CHECK(call.result == -1);
    }
}

TEST_CASE("a failed call has its error's name and number") {
    LoadedWinsock loaded;
    loaded.winsock.listen(INVALID_SOCKET, 5);
    const auto calls = calls_of(*loaded.record);
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].result == -1);
    CHECK(calls[0].error == WSAENOTSOCK);
}

TEST_CASE("calls beyond the record's capacity are counted") {
    const auto record = std::make_unique<FlightRecord>();
    FlightRecorder recorder(*record);
    for (std::size_t i = 0; i < FlightRecord::capacity + 3; ++i) {
        recorder.begin("f", {}).finish(0, false, 0);
    }
    CHECK(calls_of(*record).size() == FlightRecord::capacity);
    CHECK(record->lost.load() == 3);
    recorder.clear();
    CHECK(calls_of(*record).empty());
    CHECK(record->lost.load() == 0);
}

TEST_CASE("a record that a provider has written over is still read") {
    const auto record = std::make_unique<FlightRecord>();
    std::memset(static_cast<void*>(record->calls.data()), 0xFF, sizeof record->calls);
    record->count.store(0xFFFFFFFF);
    const auto calls = calls_of(*record);
    CHECK(calls.size() == FlightRecord::capacity);
    CHECK(calls[0].arguments.size() == RecordedCall::most_arguments);
}

TEST_CASE("long names and buffers are cut, not overrun") {
    const auto record = std::make_unique<FlightRecord>();
    FlightRecorder recorder(*record);
    const std::string name(100, 'x');
    std::vector<unsigned char> bytes(100, 0x11);
    const std::array arguments{FlightRecorder::Argument{name, 7}};
    const std::array buffers{FlightRecorder::Buffer{name, bytes}};
    auto call = recorder.begin(name, arguments, buffers);
    bytes.assign(100, 0x22);
    call.finish(0, false, 0);
    const auto calls = calls_of(*record);
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].function == std::string(31, 'x'));
    CHECK(calls[0].arguments[0] == Call::Argument{std::string(23, 'x'), "7"});
    CHECK(calls[0].buffers[0].size == 100);
    CHECK(calls[0].buffers[0].before.size() == 2 * RecordedBuffer::capacity);
    CHECK(calls[0].buffers[0].after.starts_with("2222"));
}
