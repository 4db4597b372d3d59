"""Two stacks that both do what is allowed, one accepting a time of zero and one refusing it: diff, matrix and
page show it, a baseline holds it, and then the other answer breaks the gate."""

import json
import re

import pytest

from conftest import read_json

ZERO = "ipproto-tcp/ranges/accepted-or-unchanged[option=TCP_KEEPALIVE,value=0]"
REFUSED = "refused: SOCKET_ERROR/WSAEINVAL (10022)"
ACCEPTS = "set-idle.range=do"


@pytest.fixture
def run(suite, tmp_path):
    def run_it(*arguments, mutation="", code=0, report="report.json"):
        provider = ["--provider", suite.reference_provider, "--report", tmp_path / report]
        return suite.run(ZERO, *provider, *arguments, mutation=mutation, code=code)

    return run_it


@pytest.fixture
def both(run, tmp_path):
    """The report of the stack that refuses, and of the one that accepts."""
    run(report="refuses.json")
    run(report="accepts.json", mutation=ACCEPTS)
    return tmp_path / "refuses.json", tmp_path / "accepts.json"


def test_diff_and_matrix_show_it(both, report_tool, tmp_path):
    difference = report_tool("diff", *both)
    difference.says(re.escape(f"recorded: {REFUSED}")).says("recorded: accepted")
    difference.says(" changed, 0 better, 0 appeared, 0 vanished")
    for form in ("md", "html"):
        report_tool("matrix", *both, "--output", tmp_path / f"matrix.{form}")
    line = re.search(r"^.*ipproto-tcp\.ranges.*$", (tmp_path / "matrix.md").read_text(), re.MULTILINE)[0]
    assert "accepted" in line and REFUSED in line
    page = (tmp_path / "matrix.html").read_text()
    assert '"accepted"' in page and REFUSED in page


def test_a_baseline_holds_it(run, report_tool, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    run("--baseline", mine, "--update")
    (path,) = mine.iterdir()
    assert any(entry["verdict"] == "recorded" for entry in read_json(path)["entries"])
    run("--baseline", mine).says("as-recorded")
    other = run("--baseline", mine, mutation=ACCEPTS, code=1).says("^recorded, recorded-otherwise  ")
    other.says("ipproto-tcp/ranges/accepted-or-unchanged")

    # Either answer, with the bug and a day that has passed.
    baseline = read_json(path)
    for entry in baseline["entries"]:
        if entry["observed"].startswith("refused"):
            entry["also"] = [{"verdict": "recorded", "observed": "accepted"}]
            entry["bug"] = "https://example.org/1"
            entry["revisit"] = "2020-01-31"
    path.write_text(json.dumps(baseline, indent=2))
    run("--baseline", mine, mutation=ACCEPTS).says("^Look again  ").says("since 2020-01-31")
    report_tool("matrix", tmp_path / "report.json", "--baseline", mine, "--output", tmp_path / "known.html")
    assert "https://example.org/1" in (tmp_path / "known.html").read_text()
