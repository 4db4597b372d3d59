#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "keepalive_registry/probe_count.hpp"

using namespace conformance;

namespace {

RegistryValue value(const char* name, std::optional<std::uint32_t> number) {
    return {name, number.has_value(), number ? "REG_DWORD" : "", number};
}

ConfiguredProbes probes(std::optional<std::uint32_t> tcp, std::optional<std::uint32_t> pptp) {
    return configured_probes(
        {value("TcpMaxDataRetransmissions", tcp), value("PPTPTcpMaxDataRetransmissions", pptp)});
}

}  // namespace

TEST_CASE("the larger value counts, up to 255") {
    CHECK(probes(0, 0).count == 0);
    CHECK(probes(0, 7).count == 7);
    CHECK(probes(7, 0).count == 7);
    CHECK(probes(254, 3).count == 254);
    CHECK(probes(255, 3).count == 255);
    CHECK(probes(3, 256).count == 255);
    CHECK(probes(0xFFFFFFFF, 1).count == 255);
    CHECK(probes(1, 2).from_registry);
}

TEST_CASE("one value alone is not spoken of") {
    for (const auto& configured : {probes(3, {}), probes({}, 3), probes(0, {})}) {
        CHECK_FALSE(configured.count);
        CHECK(configured.from_registry);
        CHECK(configured.reason.ends_with("what the other value means alone"));
    }
    CHECK(probes(3, {}).reason.starts_with("the registry has no PPTP"));
}

TEST_CASE("without values the registry says nothing") {
    CHECK_FALSE(probes({}, {}).count);
    CHECK_FALSE(probes({}, {}).from_registry);
    CHECK_FALSE(configured_probes({}).from_registry);
}

TEST_CASE("a value that is no number is not spoken of") {
    auto text = value("TcpMaxDataRetransmissions", {});
    text.present = true;
    text.type = "REG_SZ of 4 bytes";
    const auto configured = configured_probes({text, value("PPTPTcpMaxDataRetransmissions", 3)});
    CHECK_FALSE(configured.count);
    CHECK(configured.reason ==
          "the registry's TcpMaxDataRetransmissions is REG_SZ of 4 bytes, which the documents do "
          "not say anything of");
}
