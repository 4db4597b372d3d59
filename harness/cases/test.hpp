#pragma once

#include <any>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "expect/assertions.hpp"
#include "expect/matchers.hpp"
#include "expect/seen.hpp"
#include "loopback/connected_pair.hpp"
#include "loopback/listener.hpp"
#include "loopback/pending_connect.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "model/row_result.hpp"
#include "wire/wire_memory.hpp"
#include "wsk/wsk_socket.hpp"

namespace conformance {

/// The interfaces under test, and what is observed beside them.
struct RunContext {
    Winsock& winsock;
    /// Null when the probe driver is not loaded.
    Wsk* wsk;
    const WireMemory& wire;
};

/// Sets up situations for the body of a case. A setup that fails throws Inconclusive; only
/// expectations (CHECK_THAT) can fail a row.
class Test {
public:
    /// The facts that a process has already found, by name.
    using Findings = std::map<std::string, std::any>;

    Test(const RunContext& context, RowResult& result, Findings& findings) noexcept
        : winsock_(context.winsock),
          wsk_(context.wsk),
          wire_(context.wire),
          result_(result),
          findings_(findings) {}

    Winsock& winsock() const noexcept { return winsock_; }
    const WireMemory& wire() const noexcept { return wire_; }
    /// Winsock Kernel's functions, for rows that need wsk-driver.
    Wsk& wsk() const;

    Socket stream_socket(Family family, Creation creation = Creation::socket) const {
        return make_stream_socket(winsock_, family, creation);
    }
    Socket datagram_socket(Family family, Creation creation = Creation::socket) const {
        return make_datagram_socket(winsock_, family, creation);
    }
    Socket raw_socket(Family family) const;
    /// A socket of a failed network subsystem, for which bind fails with WSAENETDOWN. Throws
    /// NotApplicable when the network works.
    Socket socket_of_failed_network(Family family) const;
    ConnectedPair connected_pair(Family family, Creation creation = Creation::socket) const {
        return make_connected_pair(winsock_, family, creation);
    }
    Listener listener(Family family) const { return {winsock_, family}; }

    /// Adds the observed segments to the row's result.
    void keep(WireEvidence evidence) const { result_.wire = std::move(evidence); }
    /// Returns the answer of `find_out`, which runs once per process: for facts of the stack that
    /// take long to find.
    template <typename Finding, typename FindOut>
    const Finding& once(const std::string& name, FindOut find_out) const {
        auto& finding = findings_[name];
        if (!finding.has_value()) {
            finding = Finding(find_out());
        }
        return std::any_cast<const Finding&>(finding);
    }
    /// Names the requirements that this row checks, among those that its case may find broken.
    void is_about(std::vector<std::string> requirements) const {
        result_.requirements = std::move(requirements);
    }

private:
    Winsock& winsock_;
    Wsk* wsk_;
    const WireMemory& wire_;
    RowResult& result_;
    Findings& findings_;
};

}  // namespace conformance

/// Records the outcome of the row; no outcome is demanded.
#define RECORD(seen)                                    \
    CONFORMANCE_CHECK_THAT("RECORD(" #seen ")", (seen), \
                           ::conformance::Recorded(::conformance::AnyOutcome()))
