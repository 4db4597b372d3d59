// The silent peer of Windows, by the Windows Filtering Platform. Never run on Windows: compiled
// with mingw-w64, whose headers lack the names of layers and conditions; under Wine it is refused.
#include <array>
#include <vector>

#include "loopback/silent_peer.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "model/text.hpp"
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
constexpr UINT32 session_flag_dynamic = 1;

void must_succeed(DWORD error, const char* function) {
    if (error != ERROR_SUCCESS) {
        throw Inconclusive(std::string("set-up: ") + function + " answered " +
                           hexadecimal(error, 8));
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
        must_succeed(open_(nullptr, RPC_C_AUTHN_WINNT, nullptr, &session, &engine_),
                     "FwpmEngineOpen0");
    }
    FilterEngine(const FilterEngine&) = delete;
    FilterEngine& operator=(const FilterEngine&) = delete;
    ~FilterEngine() { close_(engine_); }

    /// Drops what comes from `remote_port` to `local_port`.
    void block(Family family, std::uint16_t local_port, std::uint16_t remote_port) {
        std::array<FWPM_FILTER_CONDITION0, 2> conditions{};
        const std::array ports{std::pair{ip_local_port, local_port},
                               std::pair{ip_remote_port, remote_port}};
        for (std::size_t i = 0; i < ports.size(); ++i) {
            conditions[i].fieldKey = ports[i].first;
            conditions[i].matchType = FWP_MATCH_EQUAL;
            conditions[i].conditionValue.type = FWP_UINT16;
            conditions[i].conditionValue.uint16 = ports[i].second;
        }
        wchar_t name[] = L"winsock-conformance: a peer that falls silent";
        FWPM_FILTER0 filter{};
        filter.displayData.name = name;
        filter.layerKey = family == Family::ipv4 ? inbound_transport_v4 : inbound_transport_v6;
        filter.weight.type = FWP_EMPTY;
        filter.numFilterConditions = static_cast<UINT32>(conditions.size());
        filter.filterCondition = conditions.data();
        filter.action.type = FWP_ACTION_BLOCK;
        must_succeed(add_(engine_, &filter, nullptr, nullptr), "FwpmFilterAdd0");
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
            engine_.block(address_.family(), address_.port(), peer.port());
            engine_.block(address_.family(), peer.port(), address_.port());
        }
    }

    bool first_has_byte_within(std::chrono::milliseconds patience) override {
        return accepted_.front().is_readable_within(patience) &&
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
