// The cost of recording a setsockopt call: the same call on the same socket, through the function
// table and through the API wrapper, alternately, so that other load on the machine affects both.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

#include "winsock/socket.hpp"

namespace {

using namespace conformance;

constexpr int rounds = 400;
constexpr int calls_per_round = 50;

template <typename Call>
double microseconds_per_call(Call call) {
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < calls_per_round; ++i) {
        call();
    }
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begun;
    return took.count() / calls_per_round;
}

double median(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + values.size() / 2);
    return values[values.size() / 2];
}

}  // namespace

int main() {
    const auto record = std::make_unique<FlightRecord>();
    FlightRecorder recorder(*record);
    const ProviderLibrary provider(system_provider_path());
    Winsock winsock(provider.functions(), recorder);
    winsock.startup(MAKEWORD(2, 2));
    const Socket socket(winsock,
                        static_cast<SOCKET>(winsock.socket(AF_INET, SOCK_STREAM, 0).value));
    const DWORD value = parameters::on;
    const auto* optval = reinterpret_cast<const char*>(&value);
    const std::span visible{reinterpret_cast<const unsigned char*>(&value), sizeof value};

    std::vector<double> plain;
    std::vector<double> recorded;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(microseconds_per_call([&] {
            provider.functions().setsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, optval,
                                            sizeof value);
        }));
        recorder.clear();
        recorded.push_back(microseconds_per_call([&] {
            winsock.setsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, &value, sizeof value,
                               visible);
        }));
    }
    std::printf(
        "setsockopt: %.2f us straight, %.2f us recorded, %.3f times (medians of %d rounds "
        "of %d calls each; goal: at most 1.1)\n",
        median(plain), median(recorded), median(recorded) / median(plain), rounds, calls_per_round);
    return 0;
}
