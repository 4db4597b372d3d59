"""The history of 52 reports, made on both Wines, with mutations of the reference provider in the place of
updates: a change, a change and its return, a flicker, rows of a later suite: each is reported right, as text,
JSON, Markdown and a page."""

import gzip
import re
import shutil

import pytest

from conftest import ROOT, call, read_json

SHORT = "so-keepalive/set/optlen-shorter-than-dword"
REFUSED = r"SOCKET_ERROR/WSAEFAULT \(10014\)"


@pytest.fixture
def history(report_tool, nights, monkeypatch):
    monkeypatch.chdir(nights)

    def run(*arguments, code=0):
        return report_tool("history", *arguments, code=code)

    return run


@pytest.fixture
def first():
    """The first twelve reports are those of Wine 8 as Windows 10 alone."""
    return [f"{number:016x}.json" for number in range(1, 13)]


def spans(row):
    return [(part["first"], part["last"]) for part in row["parts"]]


def column(row, name):
    return [part[name] for part in row["parts"]]


def check_history(path):
    """Each change of nightly_reports.py is reported right."""
    lines = read_json(path)["lines"]
    # A later Wine is a later version of the Windows that it poses as.
    assert [line["name"].removeprefix("Wine as ") for line in lines] == [
        "Windows 10, x64, reference_provider.dll",
        "Windows 7, x64, other.dll",
        "Windows 7, x64, reference_provider.dll",
    ]
    assert sum(len(line["reports"]) for line in lines) == 52
    win10, other, win7 = lines
    # In the order of Wine's version, UBR and time.
    systems = [re.sub(r", .*\.", " ", report["system"]) for report in win10["reports"]]
    assert list(dict.fromkeys(systems)) == ["Wine 8.0 3447", "Wine 8.0 3593", "Wine 10.0 700"]

    assert win10["rows"] and win7["rows"] and other["rows"]
    assert all(row["name"].startswith(f"{SHORT}[") for line in lines for row in line["rows"])
    # The change at 3593 stays visible beside the flicker on the last version.
    for row in win10["rows"]:
        assert row["kind"] == "returned"
        assert spans(row) == [(0, 5), (6, 11), (12, 23)]
        assert column(row, "cause") == [None, "system", "system"]
        (unstable,) = row["unstable"]
        assert (unstable["first"], unstable["last"]) == (12, 23)
        assert [(one["verdict"], one["reports"]) for one in unstable["answers"]] == [
            ("pass", 10),
            ("fail", 2),
        ]
    for row in win7["rows"]:
        assert row["kind"] == "returned" and row["unstable"] == []
        assert row["parts"][0]["observed"] == "SOCKET_ERROR/WSAEFAULT (10014)"
        assert spans(row) == [(0, 3), (4, 7), (8, 19)]
        assert column(row, "cause") == [None, "system", "system"]
        assert column(row, "verdict") == ["pass", "fail", "pass"]
    # A row of a later suite is new; when a later suite reports the same system differently, the suite is the
    # cause.
    assert win7["new_rows"] and other["new_rows"] == []
    assert all(
        row["row"].startswith("so-keepalive/default") and row["first"] == 16 for row in win7["new_rows"]
    )
    for row in other["rows"]:
        assert row["kind"] == "changed" and row["parts"][1]["cause"] == "suite"


def write(said, path):
    path.write_text(said.out, encoding="utf-8")
    return path


def test_each_change_is_reported(history, nights, validate, tmp_path):
    path = write(history(nights, "--format", "json"), tmp_path / "history.json")
    check_history(path)
    validate(ROOT / "reports/schema/history.schema.json", path)


def test_a_change_has_its_last_and_its_first_day(history, first):
    change = history(*first, "so-keepalive.efault-short-optlen")
    change.says(
        r"^Wine as Windows 10, x64, reference_provider.dll: 12 reports, "
        r"Wine 8.0, 10.0.[0-9]+.3447 \(2026-01-01\) to .*3593 \(2026-01-12\)"
    )
    change.says("Changed with the system$").says("so-keepalive.efault-short-optlen: pass until")
    change.says(
        rf"optlen-shorter-than-dword\[family=\*,optlen=3\], 6 rows: "
        rf"pass: {REFUSED} until .*3447 \(2026-01-06\), "
        r"fail: 0; 0; 0 from .*3593 \(2026-01-07\)"
    )
    change.does_not_say("nstable|suite")


def test_the_newest_report_is_compared_with_the_one_before(history, first):
    worse = history(*first, "--until", "2026-01-07", code=1)
    worse.says("Worse in the newest report than in the one before it: [0-9]+ rows")
    before = history(*first, "--until", "2026-01-06")
    before.says(r"([0-9]+) of \1 requirements and ([0-9]+) of \2 rows never changed")
    history(*first, "--since", "2026-01-07").says("6 reports")


def test_a_flicker_has_its_shares(history, nights):
    flicker = history(*sorted(nights.glob("*.json")), SHORT, "so-keepalive/default")
    flicker.says(
        rf"unstable on Wine 10.0, 10.0.[0-9]+.700: pass: {REFUSED} in 10 of 12 reports \(83 %\), "
        "fail: 0; 0; 0 in 2 of 12 reports"
    )
    flicker.says(r"3447 \(2026-01-06\), fail: 0; 0; 0 from .*3593 \(2026-01-07\) until")
    flicker.says("Changed with the suite$").says(r"with the suite 2.0.0 \(bbbbbbbbbbbb\)")
    flicker.says("[0-9]+ rows new with a later suite, not changed")


def test_there_is_markdown_and_a_page(history, nights, tmp_path):
    history("*.json", "--format", "markdown").says("^### `Wine as Windows 7")
    page = write(history(nights, "--format", "html"), tmp_path / "history.html")
    assert '<td data-kind="fail" colspan="4"' in page.read_text()
    errors = call("xmllint", "--html", "--noout", page).err.splitlines()
    # libxml2 knows no HTML 5; each message has the line and a mark below it.
    known = r"Tag (main|section)|<section>|<main>|\^$"
    assert [line for line in errors if not re.search(known, line)] == []


def test_a_compressed_report_is_a_report(history, nights, first, tmp_path):
    compressed = []
    for name in first:
        compressed.append(tmp_path / f"{name}.gz")
        compressed[-1].write_bytes(gzip.compress((nights / name).read_bytes()))
    selector = "so-keepalive.efault-short-optlen"
    assert history(*compressed, selector).out == history(*first, selector).out


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["{empty}"], 2),
        (["missing/*.json"], 2),
        (["missing.json"], 2),
        (["{nights}", "--since", "yesterday"], 2),
        (["so-keepalive/set"], 2),
        (["{nights}", "--since", "2026-02-30"], 2),
        (["{nights}", "--since", "2026-02-02", "--until", "2026-02-01"], 2),
        (["{nights}", "--since", "2030-01-01"], 3),
        (["{nights}", "so-keepalive/set", "no-such/case"], 2),
    ],
)
def test_bad_input_gets_one_line(history, nights, tmp_path, arguments, code):
    words = [word.format(empty=tmp_path, nights=nights) for word in arguments]
    history(*words, code=code).is_one_line()


def test_a_run_counts_once_and_other_files_are_left_out(history, nights, first, tmp_path):
    copy = tmp_path / "nights"
    shutil.copytree(nights, copy)
    shutil.copy(nights / first[0], copy / "again.json")
    (copy / "history.json").write_text('{"schema_version": 1, "lines": []}')
    check_history(write(history(copy, "--format", "json"), tmp_path / "history.json"))
    # A path has wildcards anywhere.
    history(tmp_path / "n*s/00*.json").says("24 reports")
