"""SIGKILL of a script in the middle of a run: nothing that it has started holds the lock of the prefix, so
that the next script does not wait for it."""

import fcntl
import os
import subprocess
import time

from conftest import SCRIPTS, wait_until

ROW = "so-keepalive/boolean/other-than-zero-is-true[family=ipv4]"


def test_the_lock_is_free(suite, prefix, tmp_path):
    report = tmp_path / "report.json"
    journal = tmp_path / "report.json.journal"
    log = (tmp_path / "log").open("w")
    script = subprocess.Popen(
        [SCRIPTS / "run", ROW, "--provider", suite.misbehaving_provider, "--report", report],
        env={**os.environ, "MISBEHAVIOUR": "hang"},
        stdout=log,
        stderr=log,
    )
    wait_until(lambda: journal.exists() and journal.stat().st_size > 0, 30, (tmp_path / "log").read_text)
    script.kill()
    script.wait()
    prefix.close()
    with (prefix.folder / ".lock").open("w") as lock:
        end = time.monotonic() + 5
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                assert time.monotonic() < end, "the killed script's children hold its lock"
                time.sleep(0.1)
