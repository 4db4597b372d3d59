#include "loopback/silent_peer.hpp"

#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"

namespace conformance {

namespace {

std::unique_ptr<Silence> open_silence(const Address& local) {
    std::string reasons;
    for (const auto open : {start_wine_helper, open_wfp_silence}) {
        try {
            return open(local);
        } catch (const Inconclusive& reason) {
            reasons += (reasons.empty() ? "" : "; ") + std::string(reason.what());
        }
    }
    throw Inconclusive(reasons);
}

}  // namespace

SilentPeer::SilentPeer(const Address& local)
    : silence_(open_silence(local)),
      control_(winsock_, address_family(local.family()), SOCK_STREAM, IPPROTO_TCP) {
    control_.connect(silence_->address());
    silence_->accept();
    control_.send("1");
    if (!silence_->first_has_byte_within(setup_timeout())) {
        throw Inconclusive("set-up: the peer does not hear what is sent to it before it is silent");
    }
}

void SilentPeer::fall_silent() {
    // On loopback a byte arrives within the call that sends it.
    constexpr std::chrono::milliseconds long_enough_to_arrive{100};
    silence_->begin();
    control_.send("2");
    if (silence_->first_has_byte_within(long_enough_to_arrive)) {
        throw Inconclusive("set-up: the peer still hears after it was asked to fall silent");
    }
}

}  // namespace conformance
