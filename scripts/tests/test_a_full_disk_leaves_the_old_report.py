"""A report that does not fit on the disk: exit code 5, one line that names it, and the old report stays."""

import pytest

from conftest import IS_ROOT, call


@pytest.fixture
def small_disk(tmp_path):
    if not IS_ROOT:
        pytest.skip("only root may mount a small file system")
    call("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path)
    yield tmp_path
    call("umount", tmp_path)


def test_the_old_report_stays(suite, small_disk):
    report = small_disk / "report.json"
    report.write_text("old\n")
    run = suite.run("so-keepalive/set", "--report", report, code=5)
    assert report.read_text() == "old\n"
    assert not list(small_disk.glob("*.tmp"))
    run.says("report.json: cannot be written: ").says("^Rows  ")
    # Its journal is not whole.
    run.does_not_say("finish with --resume")
