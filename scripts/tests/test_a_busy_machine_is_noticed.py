"""A worker that is stopped for seconds while it observes the wire has not measured its row: the row runs once
more, alone, even if one of its checks had failed before, and the report has the first attempt with its reason."""

import os
import signal
import time

import pytest

from conftest import IS_ROOT, processes, read_json, wait_until

pytestmark = [
    pytest.mark.timed,
    pytest.mark.skipif(not IS_ROOT, reason="raw sockets need root"),
]
# Wine rounds the interval to 2 s, so that the check of the first one fails 3 s after the row has begun. The
# second one would end 2 s later.
ROW = "sio-keepalive-vals/wire/unanswered-probes[family=ipv4,keepaliveinterval=1500]"


def test_a_stopped_worker_runs_its_row_again(prefix, tmp_path):
    report = tmp_path / "report.json"
    journal = tmp_path / "report.json.journal"
    log = tmp_path / "log"
    run = prefix.start("run", ROW, "--report", report, stdout=log.open("w"))
    wait_until(lambda: journal.exists() and '\n{"begun":' in journal.read_text(), 60, log.read_text)
    (worker,) = processes(prefix, r"winsock-conformance\.exe worker.*--record")
    time.sleep(3.5)
    os.kill(worker, signal.SIGSTOP)
    time.sleep(3)
    os.kill(worker, signal.SIGCONT)
    assert run.wait(60) == 1, log.read_text()
    (row,) = read_json(report)["rows"]
    assert [attempt["reason"][:28] for attempt in row["attempts"]] == ["the machine was too busy to "]
    assert row["verdict"] == "fail"
    assert [check["actual"] for check in row["checks"]] == ["2.0 s", "2.0 s"]
