"""A provider that loses a setting between calls is caught by a walk, which is shortened to the calls that
show it and can be repeated by its name; one that crashes in a step leaves the steps; a search that is
interrupted keeps the failures that it found, and the first Wine of this machine has nothing to be found."""

import os
import re
import signal
import subprocess

import pytest

from conftest import SCRIPTS, read_json, wait_until

FORGETS = "after.bind=forget-times"


@pytest.fixture
def walk(suite, tmp_path):
    """The rows of a run on the reference provider, which behaves by the mutation."""

    def run(selector, mutation=""):
        report = tmp_path / "walk.json"
        suite.run(selector, "--provider", suite.reference_provider, "--report", report, mutation=mutation)
        return read_json(report)["rows"]

    return run


def failed(rows):
    return [row for row in rows if row["verdict"] == "fail"]


def answers(row):
    return ",".join(check["actual"] for check in row["checks"])


def test_a_lost_setting_is_shown_by_its_calls(walk):
    """The times are gone after a bind: three calls show it, and the row holds them alone, with the
    reading."""
    found = failed(walk("walk[family=ipv4]", FORGETS))
    assert found
    for row in found:
        assert row["requirements"] == ["sio-keepalive-vals.times-stay"]
        assert re.search(
            r"^after bind #\d, the (time|interval) of #\d is (7200|1) s; "
            r"it was set to \d+ s \((TCP_KEEP|SIO_).* earlier \[1\. ",
            answers(row),
        ), answers(row)
    shortest = r" \[1\. socket #0; 2\. [A-Z_]+ of #0 to .*; 3\. bind #0\]$"
    assert any(len(row["calls"]) <= 12 and re.search(shortest, answers(row)) for row in found)

    # Its name alone repeats it.
    (again,) = walk(found[0]["row"], FORGETS)
    assert again["verdict"] == "fail"
    assert again["checks"][0]["actual"] == found[0]["checks"][0]["actual"]


def test_a_seed_that_is_not_listed_is_walked(walk):
    rows = walk("walk[seed=123456]")
    assert [row["verdict"] for row in rows] == ["pass"] * 3


@pytest.mark.parametrize(
    "mutation", ["set.ok=succeed@thread", "after.connect=others-off", "new.keepalive=1@nth:10"]
)
def test_another_thread_socket_or_one_call_in_many_is_found(walk, mutation):
    assert failed(walk("walk[family=ipv4]", mutation))


def test_a_crash_leaves_the_steps(walk):
    crashed = [row for row in walk("walk[family=ipv4]", "after.bind=crash@on") if row["verdict"] == "crash"]
    assert crashed
    for row in crashed:
        assert len(row["calls"]) > 2
        assert row["calls"][-1]["function"] == "bind"
        assert row["calls"][-1]["result"] is None


def test_an_interrupted_search_keeps_its_rows(suite, tmp_path):
    journal = tmp_path / "search.json.journal"
    search = subprocess.Popen(
        [
            SCRIPTS / "run",
            "walk",
            "--walks",
            "20000",
            "--seed",
            "1",
            "--provider",
            suite.reference_provider,
            "--report",
            tmp_path / "search.json",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait_until(
        lambda: journal.exists() and journal.read_text().count('\n{"row":') >= 20,
        60,
        lambda: "no twenty walks in a minute",
    )
    os.killpg(search.pid, signal.SIGINT)
    search.wait()
    rows = read_json(tmp_path / "search.json")["rows"]
    assert len(rows) == 20003
    verdicts = [row["verdict"] for row in rows]
    assert verdicts.count("pass") >= 20
    assert set(verdicts) == {"pass", "not-run"}
