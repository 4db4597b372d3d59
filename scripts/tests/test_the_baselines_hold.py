"""A run against the baselines of its Wine holds the gate, whatever Windows it poses as; the reports judged
again say the same."""

import pytest

from conftest import ROOT, needs_root

BASELINES = ROOT / "reports/baselines"


@pytest.mark.parametrize("windows", ["winxp64", "win7", "win10"])
@pytest.mark.parametrize("debian", ["bookworm", pytest.param("trixie", marks=needs_root)])
def test_the_gate_holds(cached_run, report_tool, debian, windows):
    report = cached_run(debian, windows)
    log = report.with_suffix(".log").read_text(errors="replace")
    assert report.with_suffix(".status").read_text().strip() == "0", log[-4000:]
    assert "Gate          holds" in log
    assert "holds" in report_tool("judge", report, "--baseline", BASELINES).out.splitlines()[-1]


@needs_root
def test_the_two_wines_differ_in_what_the_older_lacks(cached_run, report_tool):
    """The newer options, and the times that they read: what the older Wine could not show is not worse."""
    difference = report_tool("diff", cached_run("bookworm", "win10"), cached_run("trixie", "win10"))
    difference.says("^0 worse, [1-9][0-9]* now measured, ").says("^Wine: 8.0 -> 10.0")
    difference.says("optname=TCP_KEEPINTVL").says(r"WSAENOPROTOOPT \(10042\)").says("fail: 0, stored 75")
    difference.says(", 0 appeared, 0 vanished$")


def test_an_entry_that_fits_no_row_ends_with_3(cached_run, report_tool, tmp_path):
    text = (BASELINES / "wine-8.json").read_text(encoding="utf-8")
    typo = tmp_path / "typo.json"
    typo.write_text(text.replace("keepidle", "keepidly"), encoding="utf-8")
    judged = report_tool("judge", cached_run("bookworm", "win10"), "--baseline", typo, code=3)
    judged.says("no row is ipproto-tcp/keepidly")
