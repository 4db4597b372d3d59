"""Two runs at a time, in one prefix and with both processors busy, give the same verdicts row for row."""

import json
import subprocess

import pytest

from conftest import SCRIPTS

pytestmark = [pytest.mark.timed, pytest.mark.alone]


@pytest.fixture
def busy_processors():
    busy = [subprocess.Popen(["bash", "-c", "while :; do :; done"]) for _ in range(2)]
    yield
    for process in busy:
        process.kill()
        process.wait()


def run_two(*arguments):
    """Two runs side by side, each with its own arguments; both report failures, as Wine has."""
    runs = [
        subprocess.Popen([SCRIPTS / "run", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for words in arguments
    ]
    assert [run.wait() for run in runs] == [1, 1]


def was_observed(row):
    """A machine that is too busy for a row says so: that is no other verdict."""
    return "the machine was too busy" not in row["reason"]


def test_the_verdicts_are_the_same(suite, busy_processors, tmp_path):
    suite.run("so-keepalive/since-2000", "--report", tmp_path / "first.json")
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    run_two(*(["--report", path] for path in paths))
    one, two = ({row["row"]: row for row in json.loads(path.read_text())["rows"]} for path in paths)
    assert one.keys() == two.keys()
    different = [
        f"{name}: {row['verdict']} {row['reason']}, {two[name]['verdict']} {two[name]['reason']}"
        for name, row in one.items()
        if was_observed(row) and was_observed(two[name]) and row["verdict"] != two[name]["verdict"]
    ]
    assert not different


def test_both_may_have_the_same_report(suite, tmp_path):
    """One of them is there, whole, and no journal is left."""
    report = tmp_path / "same.json"
    run_two(*([["so-keepalive/set", "--report", report]] * 2))
    assert [path.name for path in tmp_path.iterdir()] == ["same.json"]
    json.loads(report.read_text())
