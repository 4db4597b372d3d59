#include <catch2/catch_test_macros.hpp>

#include "expect/wsk_matchers.hpp"

using namespace conformance;

namespace {

constexpr int pending = 0x103;
constexpr int refused = static_cast<int>(0xC00000BB);

WskResult at_once(int status, std::uint32_t completions = 1) {
    return {"WskControlSocket", status, false, completions, status, 0};
}
WskResult later(int status) {
    return {"WskControlSocket", pending, false, 1, status, 0};
}
WskResult never() {
    return {"WskControlSocket", pending, true, 0, 0, 0};
}
WskOptionResult stored(std::uint32_t value) {
    WskOptionResult result;
    result.call = later(0);
    result.bytes.assign(8, WskOptionResult::beyond);
    for (std::size_t i = 0; i < 4; ++i) {
        result.bytes[i] = static_cast<unsigned char>(value >> (8 * i));
    }
    return result;
}

}  // namespace

TEST_CASE("success is the IRP's where the function returned STATUS_PENDING") {
    CHECK(SucceedsInKernel().match(at_once(0)));
    CHECK(SucceedsInKernel().match(later(0)));
    CHECK_FALSE(SucceedsInKernel().match(later(refused)));
    CHECK_FALSE(SucceedsInKernel().match(at_once(refused)));
    CHECK_FALSE(SucceedsInKernel().match(never()));
}

TEST_CASE("refused is a failure that was reported, not a call that does not end") {
    CHECK(IsRefused().match(later(refused)));
    CHECK(IsRefused().match(at_once(refused, 0)));
    CHECK_FALSE(IsRefused().match(later(0)));
    CHECK_FALSE(IsRefused().match(never()));
}

TEST_CASE("a stored ULONG is all of its bytes") {
    CHECK(StoresUlong(1).match(stored(1)));
    CHECK(StoresUlong(0).match(stored(0)));
    CHECK_FALSE(StoresUlong(1).match(stored(0)));
    CHECK_FALSE(StoresUlong(1).match(stored(0xAAAAAA01)));
    CHECK_FALSE(StoresUlong(0).match(stored(WskOptionResult::unwritten)));
    auto failed = stored(1);
    failed.call = later(refused);
    CHECK_FALSE(StoresUlong(1).match(failed));
    CHECK(describe(stored(0xAAAAAA01)) ==
          "STATUS_SUCCESS (0x00000000), stored 2863311361 (01aaaaaa)");
}

TEST_CASE("a byte past the ULONG is noticed") {
    CHECK(WritesNoMoreThanUlong().match(stored(1)));
    auto more = stored(1);
    more.bytes[4] = 0;
    CHECK_FALSE(WritesNoMoreThanUlong().match(more));
}

TEST_CASE("an IRP is completed once, with what the call answered") {
    CHECK(CompletesIrpWithSuccess().match({later(0)}));
    CHECK(CompletesIrpWithSuccess().match({at_once(0)}));
    CHECK_FALSE(CompletesIrpWithSuccess().match({at_once(0, 0)}));
    CHECK_FALSE(CompletesIrpWithSuccess().match({at_once(0, 2)}));
    CHECK_FALSE(CompletesIrpWithSuccess().match({never()}));
    CHECK_FALSE(CompletesIrpWithSuccess().match({later(refused)}));
    auto other = at_once(0);
    other.io_status = refused;
    CHECK_FALSE(CompletesIrpWithSuccess().match({other}));
    CHECK(describe(WskCompletion{other}) ==
          "STATUS_SUCCESS (0x00000000), IRP completed once with STATUS_NOT_SUPPORTED (0xC00000BB)");

    CHECK(CompletesIrpWithItsFailure().match({later(refused)}));
    CHECK_FALSE(CompletesIrpWithItsFailure().match({at_once(refused, 0)}));
    CHECK_FALSE(CompletesIrpWithItsFailure().match({later(0)}));
    CHECK(describe(WskCompletion{at_once(refused, 0)}) ==
          "STATUS_NOT_SUPPORTED (0xC00000BB), IRP not completed");

    CHECK(UsesItsIrp().match({later(refused)}));
    CHECK_FALSE(UsesItsIrp().match({at_once(0, 0)}));
}
