#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "cases/overlapped_operation.hpp"

using namespace conformance;

namespace {

/// A completion as a provider would signal it.
struct Signalled {
    LPWSAOVERLAPPED_COMPLETION_ROUTINE routine;
    OVERLAPPED* overlapped;
    DWORD error;
};

void CALLBACK signal(ULONG_PTR context) {
    const auto* signalled = reinterpret_cast<const Signalled*>(context);
    signalled->routine(signalled->error, 3, signalled->overlapped, 4);
}

void queue(const Signalled& signalled) {
    QueueUserAPC(signal, GetCurrentThread(), reinterpret_cast<ULONG_PTR>(&signalled));
}

/// An operation that is signalled by a routine, and that nobody starts.
struct Unstarted {
    Unstarted() { operation.take_part_in(arguments); }

    Signalled with(DWORD error) const { return {arguments.routine, arguments.overlapped, error}; }

    LoadedWinsock loaded;
    Socket socket = make_stream_socket(loaded.winsock, Family::ipv4);
    OverlappedOperation operation{socket, Signal::completion_routine};
    IoctlArguments arguments;
};

/// Any control code that may be overlapped.
IoctlArguments arguments_with(const tcp_keepalive& values, DWORD& returned) {
    IoctlArguments arguments;
    arguments.code = SIO_KEEPALIVE_VALS;
    arguments.input = &values;
    arguments.input_size = sizeof values;
    arguments.bytes_returned = &returned;
    return arguments;
}

}  // namespace

TEST_CASE("a completion routine is counted each time, with the values that it got") {
    Unstarted unstarted;
    const auto first = unstarted.with(0);
    const auto second = unstarted.with(WSA_OPERATION_ABORTED);
    queue(first);
    queue(second);
    CHECK(unstarted.operation.signalled().times == 0);
    const auto completion = unstarted.operation.wait();
    CHECK(completion.times == 2);
    CHECK(completion.error == WSA_OPERATION_ABORTED);
    CHECK(completion.bytes == 3);
    CHECK(completion.flags == 4);
}

TEST_CASE("one of another operation, or in another thread, is not counted") {
    Unstarted unstarted;
    OVERLAPPED other{};
    auto foreign = unstarted.with(0);
    foreign.overlapped = &other;
    queue(foreign);
    CHECK(unstarted.operation.watch().times == 0);
    const auto right = unstarted.with(0);
    std::thread([&] { signal(reinterpret_cast<ULONG_PTR>(&right)); }).join();
    CHECK(unstarted.operation.watch().times == 0);
}

TEST_CASE("a routine that runs when the operation is gone harms nothing") {
    Signalled late{};
    {
        const Unstarted unstarted;
        late = unstarted.with(0);
    }
    signal(reinterpret_cast<ULONG_PTR>(&late));
    SUCCEED();
}

TEST_CASE("what one operation leaves behind is not taken for the next one's") {
    LoadedWinsock loaded;
    const auto socket = make_stream_socket(loaded.winsock, Family::ipv4);
    const tcp_keepalive values{1, 5000, 7000};
    DWORD returned = 0;
    for (int i = 0; i < 20; ++i) {
        // Without a wait for its completion.
        OverlappedOperation operation(socket, Signal::completion_routine);
        operation.start(arguments_with(values, returned));
    }
    OverlappedOperation unstarted(socket, Signal::completion_routine);
    CHECK(unstarted.watch().times == 0);
}

TEST_CASE("an event signals a completion once, and a port each packet") {
    LoadedWinsock loaded;
    const tcp_keepalive values{1, 5000, 7000};
    DWORD returned = 0;
    for (const auto signal : {Signal::event, Signal::completion_port}) {
        const auto socket = make_stream_socket(loaded.winsock, Family::ipv4);
        OverlappedOperation operation(socket, signal);
        CHECK(operation.signalled().times == 0);
        const auto started = operation.start(arguments_with(values, returned));
        CHECK(StartsOrSucceeds().match(started));
        CHECK(CompletesOnceWith(0).match(operation.wait()));
        CHECK_FALSE(CompletesNever().match(operation.signalled()));
        CHECK_FALSE(CompletesOnceWith(WSA_OPERATION_ABORTED).match(operation.signalled()));
    }
}
