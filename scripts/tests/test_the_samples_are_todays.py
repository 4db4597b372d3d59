"""The report and the page under reports/samples say what Wine answers today, are valid for ajv, and hold
nothing of the machine that made them. The two Wines differ in what the older one lacks alone; the newer one
needs root."""

import re

import pytest

from conftest import ROOT, needs_root, read_json

SAMPLE = ROOT / "reports/samples/wine-8.0.json"
MATRIX = ROOT / "reports/samples/matrix.html"


def by_row(report):
    return {row["row"]: row for row in read_json(report)["rows"]}


def test_the_report_is_of_todays_suite(cached_run, validate):
    sample = read_json(SAMPLE)
    assert sample["environment"]["os"]["wine_version"].startswith("8.")
    assert sample["run"]["complete"] and "seed" in sample["run"]
    assert 40 <= len(sample["rows"]) <= 60
    today = cached_run("bookworm", "win10")
    todays = by_row(today)
    for row in sample["rows"]:
        assert todays[row["row"]]["verdict"] == row["verdict"], row["row"]
    assert {"pass", "fail", "recorded"} <= {row["verdict"] for row in sample["rows"]}
    assert any(row["wire"] for row in sample["rows"])
    validate(ROOT / "reports/schema/report.schema.json", SAMPLE, today, by="validate.js")


def test_the_page_is_of_todays_sources():
    page = MATRIX.read_text(encoding="utf-8")
    for source in (ROOT / "reports/page").iterdir():
        if source.suffix in (".js", ".css") and source.name != "history.js":
            assert source.read_text(encoding="utf-8").strip() in page, source.name


@pytest.mark.parametrize("path", [SAMPLE, MATRIX], ids=["report", "page"])
def test_nothing_of_a_machine_is_in_it(path):
    found = re.search(
        r"/(tmp|home|root|work|build|mnt)/|[A-Z]:\\\\?(Users|users|tmp)|-dirty|\.tmp",
        path.read_text(encoding="utf-8"),
    )
    assert not found


def lacks_option(row):
    return any(
        call["arguments"].get("level") == "IPPROTO_TCP"
        and call["arguments"]["optname"].startswith("TCP_KEEP")
        and (call["error"] or {}).get("number") == 10042
        for call in row["calls"]
    )


@needs_root
def test_the_wines_differ_in_what_the_older_lacks(cached_run):
    older, newer = (by_row(cached_run(debian, "win10")) for debian in ("bookworm", "trixie"))
    different = [
        name
        for name, row in older.items()
        if (row["verdict"], row["actual"]) != (newer[name]["verdict"], newer[name]["actual"])
    ]
    assert different
    for name in different:
        # Wine 10 resets the connection of a socket that lingers for 0 seconds, Wine 8 does not.
        assert name.startswith("so-linger/close/zero-resets") or lacks_option(older[name]), name
