"""The segments on the wire: Linux's nine probes are reported as such, ten pass where Linux has Windows'
parameters, a capture of a failing row is readable by Wireshark, a user who may not watch the wire gets the
reason, a watcher that ends is a fault, and no helper outlives its run."""

import os
import signal
import subprocess

import pytest

from conftest import IS_ROOT, SCRIPTS, call, processes, read_json, wait_until

pytestmark = [
    pytest.mark.timed,
    pytest.mark.skipif(not IS_ROOT, reason="raw sockets need root"),
]
COUNTED = ["so-keepalive/wire/ten-probes", "sio-keepalive-vals/wire/ten-probes"]


def tshark(capture, *filters):
    return call("tshark", *filters[:-1], "-r", capture, "-Y", filters[-1]).out.splitlines()


def test_nine_probes_are_reported_and_captured(suite, tmp_path):
    captures = tmp_path / "captures"
    run = suite.run(*COUNTED, "--capture", captures, "--report", tmp_path / "report.json", code=1)
    run.says("expected 10 probes, got 9 probes")
    for family in ("ipv4", "ipv6"):
        capture = captures / f"so-keepalive-wire-ten-probes-family-{family}.pcap"
        # Wireshark finds the probes by itself.
        assert len(tshark(capture, "tcp.analysis.keep_alive")) == 9
        # A packet that is cut short, or a header that is wrong, is reported.
        faults = "_ws.malformed || _ws.short || ip.checksum.status == 0"
        assert tshark(capture, "-o", "ip.check_checksum:TRUE", faults) == []


def test_ten_probes_pass_and_leave_no_capture(suite, tmp_path):
    captures = tmp_path / "captures"
    suite.run("--namespace", *COUNTED, "--capture", captures, "--report", tmp_path / "report.json", code=0)
    assert not list(captures.iterdir())


def test_a_user_who_may_not_watch_gets_the_reason(suite, tmp_path):
    report = tmp_path / "report.json"
    run = call(
        "setpriv",
        "--bounding-set",
        "-net_raw",
        "--inh-caps",
        "-net_raw",
        SCRIPTS / "run",
        "so-keepalive/wire",
        "so-keepalive/set",
        "--report",
        report,
        code=1,
    )
    run.says("Missing       packet-observation-ipv4, which ")
    report = read_json(report)
    available = {capability["name"]: capability["available"] for capability in report["capabilities"]}
    assert not available["packet-observation-ipv6"]
    assert available["silent-peer"]
    for row in report["rows"]:
        if "/wire/" in row["case"] and row["verdict"] != "not-applicable" and row["unobserved"] != "choice":
            assert row["verdict"] == "inconclusive", row["row"]
            assert row["reason"].startswith("needs packet-observation-ipv"), row["row"]
            assert row["wire"] is None, row["row"]
    assert any(
        row["case"] == "so-keepalive/set/on-off-on" and row["verdict"] == "pass" for row in report["rows"]
    )


def test_a_watcher_that_ends_is_a_fault(prefix, tmp_path):
    report = tmp_path / "report.json"
    log = tmp_path / "log"
    run = prefix.start("run", COUNTED[0], "--report", report, stdout=log.open("w"), stderr=subprocess.STDOUT)
    journal = tmp_path / "report.json.journal"
    wait_until(lambda: journal.exists() and '\n{"begun":' in journal.read_text(), 60, log.read_text)
    (watcher,) = processes(prefix, r"winsock-conformance\.exe wire-watcher")
    os.kill(watcher, signal.SIGKILL)
    assert run.wait(120) == 5, log.read_text()
    assert "the process that watches the wire ended" in log.read_text()
    watched = [row for row in read_json(report)["rows"] if row["unobserved"] != "choice"]
    assert {row["verdict"] for row in watched} == {"not-measured"}


def test_a_killed_run_takes_its_helpers_along(prefix, tmp_path):
    log = tmp_path / "log"
    run = prefix.start("run", *COUNTED, "--report", tmp_path / "report.json", stdout=log.open("w"))

    def helpers():
        return processes(prefix, "silent_peer")

    wait_until(lambda: len(helpers()) >= 4, 10, log.read_text)
    run.kill()
    run.wait()
    wait_until(lambda: not helpers(), 10, lambda: "a helper outlived its run")
