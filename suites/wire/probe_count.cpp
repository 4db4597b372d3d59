#include <chrono>

#include "cases/case.hpp"
#include "facts/registry.hpp"
#include "keepalive_registry/probe_count.hpp"
#include "unanswered.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

namespace {

ProbeCount default_probes(const Test& test, const Row& row, SwitchedOnBy by) {
    return Unanswered(test, row[family], short_time, short_interval, by).probes_until_given_up();
}

/// Throws NotApplicable unless the registry has, or has not, values for the number of probes.
ConfiguredProbes require_registry(bool with_values) {
    auto configured = configured_probes(keepalive_registry_values());
    if (configured.from_registry != with_values) {
        throw NotApplicable(with_values ? "this machine's registry sets no number of probes"
                                        : "this machine's registry sets a number of probes");
    }
    return configured;
}

void check_registry_count(const Test& test, const Row& row, SwitchedOnBy by) {
    const auto configured = require_registry(true);
    if (!configured.count) {
        throw Inconclusive(configured.reason);
    }
    if (*configured.count == 0) {
        Unanswered unanswered(test, row[family], short_time, short_interval, by);
        CHECK_THAT(unanswered.wire().probes_while_watched(unanswered.connection(),
                                                          timeout_for(short_time)),
                   Counts(0));
        return;
    }
    constexpr std::uint32_t most_waited_for = 10;
    if (*configured.count > most_waited_for) {
        throw Inconclusive("this machine's registry asks for " + std::to_string(*configured.count) +
                           " probes, more than is waited for");
    }
    CHECK_THAT(default_probes(test, row, by), Counts(*configured.count));
}

void check_capped_count(const Test& test, const Row& row, SwitchedOnBy by) {
    const auto configured = require_registry(true);
    if (configured.count != most_probes_of_registry) {
        throw NotApplicable("this machine's registry does not ask for 255 probes or more");
    }
    Unanswered unanswered(test, row[family], short_time, short_interval, by);
    CHECK_THAT(unanswered.probes_until_given_up(most_probes_of_registry),
               Counts(most_probes_of_registry));
}

}  // namespace

// From Windows Vista on ten probes are sent.
CONFORMANCE_CASE("so-keepalive/wire/ten-probes", checks("so-keepalive.probe-count-10"),
                 rows(family), watches_silence(until_given_up)) {
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::option), Counts(probes_from_vista));
}
CONFORMANCE_CASE("sio-keepalive-vals/wire/ten-probes", checks("sio-keepalive-vals.probe-count-10"),
                 rows(family), watches_silence(until_given_up)) {
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::control_code), Counts(probes_from_vista));
}

// The registry does not matter then.
CONFORMANCE_CASE("so-keepalive/wire/ten-probes-whatever-the-registry",
                 checks("so-keepalive.probe-count-fixed"), rows(family),
                 watches_silence(until_given_up)) {
    require_registry(true);
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::option), Counts(probes_from_vista));
}
CONFORMANCE_CASE("sio-keepalive-vals/wire/ten-probes-whatever-the-registry",
                 checks("sio-keepalive-vals.probe-count-fixed"), rows(family),
                 watches_silence(until_given_up)) {
    require_registry(true);
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::control_code), Counts(probes_from_vista));
}

// The number depends on the version; the one that this version has is recorded.
CONFORMANCE_CASE("so-keepalive/wire/number-of-probes", checks("so-keepalive.probe-count-varies"),
                 rows(family), watches_silence(until_given_up)) {
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::option), Recorded(Counts(1, 255)));
}

// Up to Windows Server 2003 five are sent unless the registry has another number.
CONFORMANCE_CASE("so-keepalive/wire/five-probes", checks("so-keepalive.probe-count-5"),
                 rows(family), watches_silence(until_given_up)) {
    require_registry(false);
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::option),
               Counts(probes_by_default_before_vista));
}
CONFORMANCE_CASE("sio-keepalive-vals/wire/five-probes", checks("sio-keepalive-vals.probe-count-5"),
                 rows(family), watches_silence(until_given_up)) {
    require_registry(false);
    CHECK_THAT(default_probes(test, row, SwitchedOnBy::control_code),
               Counts(probes_by_default_before_vista));
}

// Up to then the registry's larger value counts, and zero means none.
CONFORMANCE_CASE("so-keepalive/wire/probes-of-the-registry",
                 checks("so-keepalive.probe-count-registry"), rows(family),
                 watches_silence(until_given_up)) {
    check_registry_count(test, row, SwitchedOnBy::option);
}
CONFORMANCE_CASE("sio-keepalive-vals/wire/probes-of-the-registry",
                 checks("sio-keepalive-vals.probe-count-registry"), rows(family),
                 watches_silence(until_given_up)) {
    check_registry_count(test, row, SwitchedOnBy::control_code);
}

// More than 255 of the registry count as 255. That many take more than four minutes.
CONFORMANCE_CASE("so-keepalive/wire/at-most-255-of-the-registry",
                 checks("so-keepalive.probe-count-registry"), rows(family), watches_silence(340s),
                 only_when_named()) {
    check_capped_count(test, row, SwitchedOnBy::option);
}
CONFORMANCE_CASE("sio-keepalive-vals/wire/at-most-255-of-the-registry",
                 checks("sio-keepalive-vals.probe-count-registry"), rows(family),
                 watches_silence(340s), only_when_named()) {
    check_capped_count(test, row, SwitchedOnBy::control_code);
}

}  // namespace conformance
