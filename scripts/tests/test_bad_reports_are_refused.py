"""Input that is no report, or no baseline, gets one line that names the file and exit code 2, and nothing is
written or left behind."""

import json
import os
import re

import pytest


def replaced(pattern, replacement):
    """The first match of the pattern is replaced; the fault has to be there."""

    def damage(text):
        damaged, count = re.subn(pattern.encode(), replacement, text, count=1)
        assert count == 1, pattern
        return damaged

    return damage


DAMAGES = {
    "truncated": lambda text: text[:100_000],
    "empty": lambda text: b"",
    "null": lambda text: b"null",
    "version": replaced('"schema_version": 2', b'"schema_version": 3'),
    "number": replaced('"seed": [0-9]*', b'"seed": 184467440737095516160'),
    "huge-number": replaced('"microseconds": [0-9.]*', b'"microseconds": 1e999'),
    "twice": replaced('"verdict": "pass"', b'"verdict": "pass", "verdict": "pass"'),
    "contradiction": replaced('"passed": true', b'"passed": false'),
    "utf8": replaced('"product": "', b'"product": "\xff\xfe'),
    "nested": lambda text: b"[" * 1_000_000,
    "nested-rows": lambda text: b'{"rows":' + b"[" * 1_000_000,
    "garbage": None,
}


@pytest.fixture(scope="module")
def good(suite, tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "good.json"
    suite.run("so-keepalive/set", "--report", path)
    return path


@pytest.fixture
def refused(sanitized_report_tool, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def check(said, *arguments):
        sanitized_report_tool(*arguments, code=2, timeout=60).is_one_line().says(said)

    yield check
    left = [path.name for path in tmp_path.iterdir() if re.search(r"^matrix|^junit|\.tmp$", path.name)]
    assert not left, "something was left behind"


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_report_is_refused(good, refused, tmp_path, name):
    bad = tmp_path / f"{name}.json"
    if name == "garbage":
        bad.touch()
        os.truncate(bad, 1 << 30)
    else:
        bad.write_bytes(DAMAGES[name](good.read_bytes()))
    refused(f"{name}.json: .*expected", "show", bad.name)
    refused(f"{name}.json: .*expected", "matrix", good, bad.name, "--output", "matrix.html")
    refused(f"{name}.json: .*expected", "judge", good, "--baseline", bad.name)
    bad.unlink()


@pytest.mark.parametrize("place", ["a-folder", "missing.json"])
def test_a_place_without_a_report_is_refused(good, refused, tmp_path, place):
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a-folder/notes.txt").touch()
    refused(f"{place}: expected", "show", place)
    refused(f"{place}: expected", "diff", good, place)
    refused(f"{place}: expected", "convert", place, "--to", "junit", "--output", "junit.xml")
    refused(place, "judge", good, "--baseline", place)


def test_a_matrix_needs_rows_and_a_place(good, refused, tmp_path):
    report = json.loads(good.read_text(encoding="utf-8"))
    (tmp_path / "no-rows.json").write_text(json.dumps({**report, "rows": []}))
    refused("no-rows.json: rows: expected one", "matrix", good, "no-rows.json", "--output", "matrix.html")
    refused("matrix.pdf", "matrix", good, "--output", "matrix.pdf")
    refused("missing/matrix.html", "matrix", good, "--output", "missing/matrix.html")
    refused("json", "diff", good, good, "--format", "xml")
