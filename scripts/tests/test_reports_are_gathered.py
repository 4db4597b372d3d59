"""The reports of a workflow are gathered into one page and one answer: a gate that breaks, a report that is
missing, one that cannot be read; the worst decides."""

import pytest

from conftest import SCRIPTS, call


@pytest.fixture(scope="module")
def reports(suite, tmp_path_factory):
    """The names of the reports of two Windows, and their folder."""
    folder = tmp_path_factory.mktemp("reports")
    for windows in ("win10", "winxp64"):
        suite.run("--windows", windows, "so-keepalive/set", "--report", folder, code=1)
    return folder


@pytest.fixture
def gather(report_tool, tmp_path):
    """gather-reports on a folder, with the names that are expected in it."""
    environment = {
        "CONFORMANCE_REPORT": report_tool.program,
        "GITHUB_STEP_SUMMARY": tmp_path / "summary.md",
    }

    def run(folder, *names, code=0):
        said = call(SCRIPTS / "ci/gather-reports", folder, *names, code=code, env=environment)
        said.summary = (tmp_path / "summary.md").read_text() if (tmp_path / "summary.md").exists() else ""
        return said

    return run


def test_a_page_and_a_summary_are_made(gather, reports):
    assert "Wine 8.0 as Windows 10" in gather(reports).summary
    assert "<html" in (reports / "matrix.html").read_text()


def test_a_missing_report_is_named(gather, reports):
    (there, _) = sorted(path.stem for path in reports.glob("*.json"))
    gather(reports, there)
    steps = reports / "windows-2022-msvc-x64.steps"
    steps.write_text("build failure, run skipped\n")
    said = gather(reports, "windows-2022-msvc-x64", there, "windows-2025-msvc-x64", code=1)
    steps.unlink()
    for line in (
        "windows-2022-msvc-x64: no report: build failure, run skipped",
        "windows-2025-msvc-x64: no report: its job left nothing behind",
    ):
        said.says(f"^{line}$")
        assert line in said.summary.splitlines()
    said.does_not_say(f"^{there}: no report")


def test_a_gate_that_breaks_decides(gather, suite, tmp_path):
    deviating = tmp_path / "deviating"
    deviating.mkdir()
    suite.run(
        "so-keepalive/set",
        "--report",
        deviating,
        "--provider",
        suite.reference_provider,
        mutation="set.ok=error:10022",
        code=1,
    )
    gather(deviating, code=1).says("^fail, new  ")


def test_a_broken_report_decides(gather, reports):
    broken = reports / "broken.json"
    broken.write_text("{")
    gather(reports, code=2)
    broken.unlink()


def test_no_report_is_no_success(gather, tmp_path):
    gather(tmp_path, code=3)
