#include "loopback/connected_pair.hpp"

#include <utility>

#include "loopback/listener.hpp"

namespace conformance {

ConnectedPair make_connected_pair(Winsock& winsock, Family family, Creation creation) {
    const Listener listener(winsock, family);
    auto client = make_stream_socket(winsock, family, creation);
    require_success(winsock.connect(client.handle(), listener.address()));
    return {std::move(client), listener.accept()};
}

}  // namespace conformance
