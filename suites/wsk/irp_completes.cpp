#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// Whether the call had its effect, whatever it answered.
bool did_it(const WskSocket& socket, Operation operation, const WskOptionResult& result) {
    return operation == Operation::set ? socket.get_keepalive().value() == on
                                       : result.value() != WskOptionResult::unwritten;
}

}  // namespace

// A call that works completes its IRP, once, with success.
CONFORMANCE_CASE("wsk-so-keepalive/irp-completes/with-success",
                 checks("wsk-so-keepalive.irp-completes"), rows(family, kernel_state, set_or_get),
                 in_kernel()) {
    const KernelSocket in_state(test, row[family], row[kernel_state]);
    const auto& socket = in_state.socket();
    const auto result = socket.control(row[set_or_get] == Operation::set ? setting_keepalive(on)
                                                                         : getting_keepalive());
    if (IsRefused().match(result.call) && !did_it(socket, row[set_or_get], result)) {
        require_success(result.call);
    }
    CHECK_THAT(WskCompletion{result.call}, CompletesIrpWithSuccess());
}

// A call that does not work completes its IRP, once, with the failure: here one at a level that has
// no such option.
CONFORMANCE_CASE("wsk-so-keepalive/irp-completes/with-failure",
                 checks("wsk-so-keepalive.irp-completes"), rows(family, wsk_kind), in_kernel()) {
    constexpr std::uint32_t no_level = 0x7654;
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    auto arguments = setting_keepalive(on);
    arguments.level = no_level;
    const auto result = socket.control(arguments);
    if (result.call.succeeded()) {
        throw Inconclusive("SO_KEEPALIVE was set at a level that does not exist");
    }
    CHECK_THAT(WskCompletion{result.call}, CompletesIrpWithItsFailure());
}

}  // namespace conformance
