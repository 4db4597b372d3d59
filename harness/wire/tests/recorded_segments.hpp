#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace conformance {

inline std::vector<std::uint8_t> bytes_from(std::string_view hexadecimal) {
    const auto digit = [](char c) {
        return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    };
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < hexadecimal.size(); i += 2) {
        bytes.push_back(
            static_cast<std::uint8_t>(digit(hexadecimal[i]) << 4 | digit(hexadecimal[i + 1])));
    }
    return bytes;
}

inline constexpr std::uint16_t recorded_client_port = 0xE4A9;
inline constexpr std::uint16_t recorded_server_port = 0xB479;

/// A connection that a raw socket saw on the loopback interface of Linux 6: a byte of data, two
/// keep-alive probes, the end.
inline constexpr std::array<std::string_view, 12> recorded_packets{
    "4500003c464e40004006f5d17f4d00017f4d0001e4a9b4794ae7d9c600000000a002ffd7feca0000"
    "0204ffd70402080a136124e0000000000103030a",
    "4500003c0000400040063c207f4d00017f4d0001b479e4a979f28d834ae7d9c7a012ffcbfeca0000"
    "0204ffd70402080a818398e7136124e00103030a",
    "45000034464f40004006f5d87f4d00017f4d0001e4a9b4794ae7d9c779f28d8480100040fec20000"
    "0101080a136124e0818398e7",
    "45000035465040004006f5d67f4d00017f4d0001e4a9b4794ae7d9c779f28d8480180040fec30000"
    "0101080a136124e0818398e778",
    "4500003453ef40004006e8387f4d00017f4d0001b479e4a979f28d844ae7d9c880100040fec20000"
    "0101080a818398e7136124e0",
    "45000034465140004006f5d67f4d00017f4d0001e4a9b4794ae7d9c779f28d8480100040fec20000"
    "0101080a136128d0818398e7",
    "4500003453f040004006e8377f4d00017f4d0001b479e4a979f28d844ae7d9c880100040fec20000"
    "0101080a81839cd7136124e0",
    "45000034465240004006f5d57f4d00017f4d0001e4a9b4794ae7d9c779f28d8480100040fec20000"
    "0101080a13612cd081839cd7",
    "4500003453f140004006e8367f4d00017f4d0001b479e4a979f28d844ae7d9c880100040fec20000"
    "0101080a8183a0d7136124e0",
    "45000034465340004006f5d47f4d00017f4d0001e4a9b4794ae7d9c879f28d8480110040fec20000"
    "0101080a13612de08183a0d7",
    "4500003453f240004006e8357f4d00017f4d0001b479e4a979f28d844ae7d9c980110040fec20000"
    "0101080a8183a1e713612de0",
    "45000034465440004006f5d37f4d00017f4d0001e4a9b4794ae7d9c979f28d8580100040fec20000"
    "0101080a13612de08183a1e7",
};

}  // namespace conformance
