"""Ctrl+C in the middle of a run, which a terminal sends to all its processes, or a signal to the script
alone: it ends soon, leaves no process of Wine, keeps the rows that have run, and --resume finishes it."""

import os
import signal
import subprocess
import time

import pytest

from conftest import SCRIPTS, processes, read_json, wait_until

# The provider hangs in one row, so that the run cannot be over before it is interrupted, and in one alone, so
# that another worker has results to give meanwhile.
ROWS = ["so-keepalive/level", "so-keepalive/boolean/other-than-zero-is-true[family=ipv4]"]


@pytest.mark.parametrize(
    "number, to_all", [(signal.SIGINT, True), (signal.SIGTERM, False)], ids=["all", "script"]
)
def test_it_ends_soon_and_is_finished_later(suite, prefix, tmp_path, number, to_all):
    # scripts/run ends the prefix's server only when no other script is in the prefix.
    prefix.close()
    report = tmp_path / "report.json"
    journal = tmp_path / "report.json.journal"
    err = tmp_path / "err"
    running = subprocess.Popen(
        [SCRIPTS / "run", *ROWS, "--provider", suite.misbehaving_provider, "--report", report],
        env={**os.environ, "MISBEHAVIOUR": "hang"},
        stdout=subprocess.DEVNULL,
        stderr=err.open("w"),
        start_new_session=True,
    )
    wait_until(lambda: journal.exists() and '\n{"row":' in journal.read_text(), 60, err.read_text)
    (os.killpg if to_all else os.kill)(running.pid, number)
    begun = time.monotonic()
    assert running.wait(60) == 1, err.read_text()
    assert time.monotonic() - begun <= 20
    assert "finish with --resume" in err.read_text()
    assert not processes(prefix, r"wineserver|\.exe"), "a process is still running"

    interrupted = read_json(report)
    assert not interrupted["run"]["complete"]
    assert interrupted["summary"]["rows"]["not-run"] > 0
    suite.run("--resume", journal, code=1)
    resumed = read_json(report)
    assert resumed["run"]["complete"]
    names = [row["row"] for row in resumed["rows"]]
    assert len(names) == len(set(names)) == len(interrupted["rows"])
    assert all(row["checks"] for row in resumed["rows"]), "a row was not run"
    assert not journal.exists()
