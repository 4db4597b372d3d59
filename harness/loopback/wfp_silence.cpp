// The silent peer of Windows, by the Windows Filtering Platform. Never run on Windows: compiled
// with mingw-w64, whose headers lack the names of layers and conditions; under Wine it is refused.
#include <array>
#include <cstring>
#include <vector>

#include "loopback/silent_peer.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "base/text.hpp"
#include "winsock/system_function.hpp"
#include <fwpmu.h>

namespace conformance {

namespace {

// From fwpmu.h and fwpmtypes.h of the Windows SDK.
constexpr GUID inbound_transport_v4{
    0x5926dfc8, 0xe3cf, 0x4426, {0xa2, 0x83, 0xdc, 0x39, 0x3f, 0x5d, 0x0f, 0x9d}};
constexpr GUID inbound_transport_v6{
    0x634a869f, 0xfc23, 0x4b90, {0xb0, 0xc1, 0xbf, 0x62, 0x0a, 0x36, 0xae, 0x6f}};
constexpr GUID ip_local_port{
    0x0c1ba1af, 0x5765, 0x453f, {0xaf, 0x22, 0xa8, 0xf7, 0x91, 0xac, 0x77, 0x5b}};
constexpr GUID ip_remote_port{
    0xc35a604d, 0xd22b, 0x4e1a, {0x91, 0xb4, 0x68, 0xf6, 0x74, 0xee, 0x67, 0x4b}};
constexpr GUID ip_protocol{
    0x3971ef2b, 0x623e, 0x4f9a, {0x8c, 0xb1, 0x6e, 0x79, 0xb8, 0x06, 0xb9, 0xa7}};
constexpr GUID ip_local_address{
    0xd9ee00de, 0xc1ef, 0x4617, {0xbf, 0xe3, 0xff, 0xd8, 0xf5, 0xa0, 0x89, 0x57}};
constexpr GUID ip_remote_address{
    0xb235ae9a, 0x1d64, 0x49b8, {0xa4, 0x4c, 0x5f, 0xf3, 0xd9, 0x09, 0x50, 0x45}};
constexpr UINT32 session_flag_dynamic = 1;

void require_success(DWORD error, const char* function) {
    if (error != ERROR_SUCCESS) {
        throw Inconclusive(std::string("set-up: ") + function + " answered " +
                           hexadecimal(error, 8));
    }
}

/// An address as a condition's value: of IPv4 a number in host order, of IPv6 16 bytes ("Filtering
/// condition identifiers").
template <typename Value>
void set_address(Value& value, Address& address, FWP_BYTE_ARRAY16& bytes) {
    if (address.family() == Family::ipv4) {
        const auto& b = reinterpret_cast<const sockaddr_in*>(address.data())->sin_addr.S_un.S_un_b;
        value.type = FWP_UINT32;
        value.uint32 = static_cast<UINT32>(b.s_b1) << 24 | static_cast<UINT32>(b.s_b2) << 16 |
                       static_cast<UINT32>(b.s_b3) << 8 | b.s_b4;
    } else {
        const auto* ipv6 = reinterpret_cast<const sockaddr_in6*>(address.data());
        std::memcpy(bytes.byteArray16, ipv6->sin6_addr.s6_addr, sizeof bytes.byteArray16);
        value.type = FWP_BYTE_ARRAY16_TYPE;
        value.byteArray16 = &bytes;
    }
}

/// A session of the filter engine whose filters go with it, also when this process just ends.
class FilterEngine {
public:
    FilterEngine() {
        if (open_ == nullptr || close_ == nullptr || add_ == nullptr) {
            throw Inconclusive("set-up: this system has no Windows Filtering Platform");
        }
        FWPM_SESSION0 session{};
        session.flags = session_flag_dynamic;
        require_success(open_(nullptr, RPC_C_AUTHN_WINNT, nullptr, &session, &engine_),
                        "FwpmEngineOpen0");
    }
    FilterEngine(const FilterEngine&) = delete;
    FilterEngine& operator=(const FilterEngine&) = delete;
    ~FilterEngine() { close_(engine_); }

    /// Drops the segments of TCP that come from `remote` to `local`.
    void block(Address local, Address remote) {
        // The conditions point to these.
        FWP_BYTE_ARRAY16 local_bytes{};
        FWP_BYTE_ARRAY16 remote_bytes{};
        std::array<FWPM_FILTER_CONDITION0, 5> conditions{};
        for (auto& condition : conditions) {
            condition.matchType = FWP_MATCH_EQUAL;
        }
        conditions[0].fieldKey = ip_protocol;
        conditions[0].conditionValue.type = FWP_UINT8;
        conditions[0].conditionValue.uint8 = IPPROTO_TCP;
        conditions[1].fieldKey = ip_local_address;
        set_address(conditions[1].conditionValue, local, local_bytes);
        conditions[2].fieldKey = ip_remote_address;
        set_address(conditions[2].conditionValue, remote, remote_bytes);
        conditions[3].fieldKey = ip_local_port;
        conditions[3].conditionValue.type = FWP_UINT16;
        conditions[3].conditionValue.uint16 = local.port();
        conditions[4].fieldKey = ip_remote_port;
        conditions[4].conditionValue.type = FWP_UINT16;
        conditions[4].conditionValue.uint16 = remote.port();
        wchar_t name[] = L"winsock-conformance: a peer that falls silent";
        FWPM_FILTER0 filter{};
        filter.displayData.name = name;
        filter.layerKey =
            local.family() == Family::ipv4 ? inbound_transport_v4 : inbound_transport_v6;
        filter.weight.type = FWP_EMPTY;
        filter.numFilterConditions = static_cast<UINT32>(conditions.size());
        filter.filterCondition = conditions.data();
        filter.action.type = FWP_ACTION_BLOCK;
        require_success(add_(engine_, &filter, nullptr, nullptr), "FwpmFilterAdd0");
    }

private:
    static constexpr auto dll = L"fwpuclnt.dll";
    decltype(&FwpmEngineOpen0) open_ =
        system_function<decltype(&FwpmEngineOpen0)>(dll, "FwpmEngineOpen0");
    decltype(&FwpmEngineClose0) close_ =
        system_function<decltype(&FwpmEngineClose0)>(dll, "FwpmEngineClose0");
    decltype(&FwpmFilterAdd0) add_ =
        system_function<decltype(&FwpmFilterAdd0)>(dll, "FwpmFilterAdd0");
    HANDLE engine_ = nullptr;
};

class WfpSilence final : public Silence {
public:
    explicit WfpSilence(const Address& local)
        : listener_(winsock_, address_family(local.family()), SOCK_STREAM, IPPROTO_TCP),
          address_(listener_.bind(local)) {
        listener_.listen();
    }

    Address address() const override { return address_; }
    void accept() override { accepted_.push_back(listener_.accept()); }

    void begin() override {
        for (const auto& connection : accepted_) {
            auto peer = address_;
            int size = peer.size();
            const auto get_peer =
                system_function<decltype(&::getpeername)>(L"ws2_32.dll", "getpeername");
            if (get_peer == nullptr || get_peer(connection.handle(), peer.data(), &size) != 0) {
                throw Inconclusive("set-up: the peer's own address cannot be read");
            }
            engine_.block(address_, peer);
            engine_.block(peer, address_);
        }
    }

    bool first_has_byte_within(std::chrono::milliseconds timeout) override {
        return accepted_.front().is_readable_within(timeout) &&
               !accepted_.front().receive(1).empty();
    }

private:
    FilterEngine engine_;
    SystemWinsock winsock_;
    SystemSocket listener_;
    Address address_;
    std::vector<SystemSocket> accepted_;
};

}  // namespace

std::unique_ptr<Silence> open_wfp_silence(const Address& local) {
    return std::make_unique<WfpSilence>(local);
}

}  // namespace conformance
