"""A proposal is a commit on a branch of its own, of the entries that the report shows and no baseline has."""

import json
import shutil

import pytest

from conftest import ROOT, SCRIPTS, call, read_json


@pytest.fixture
def clone(tmp_path):
    """A clone whose baseline of Wine 8 lacks some entries."""
    folder = tmp_path / "clone"
    call("git", "clone", "--quiet", ROOT, folder)
    shutil.copytree(ROOT / "reports/baselines", folder / "reports/baselines", dirs_exist_ok=True)
    path = folder / "reports/baselines/wine-8.json"
    baseline = read_json(path)
    kept = [entry for entry in baseline["entries"] if not entry["rows"].startswith("so-keepalive/set/")]
    assert len(kept) < len(baseline["entries"])
    path.write_text(json.dumps({**baseline, "entries": kept}, indent=2) + "\n")
    git = ["git", "-C", folder, "-c", "user.name=t", "-c", "user.email=t@localhost"]
    call(*git, "commit", "--quiet", "--all", "--message", "Some entries less")
    shutil.copy(SCRIPTS / "ci/propose-baseline", folder / "scripts/ci/propose-baseline")
    return folder


def test_a_report_becomes_a_commit(suite, report_tool, clone, tmp_path):
    report = tmp_path / "report.json"
    suite.run("so-keepalive/set", "--report", report, code=1)

    def propose(branch):
        environment = {"CONFORMANCE_REPORT": report_tool.program}
        return call(clone / "scripts/ci/propose-baseline", report, branch, env=environment)

    propose("proposal")
    assert call("git", "-C", clone, "rev-parse", "--abbrev-ref", "HEAD").out == "proposal\n"
    call("git", "-C", clone, "show", "HEAD").says(r"^\+.*so-keepalive/set/optlen-shorter-than-dword")
    propose("another").says("all of it already")
