"""The reports of each night are kept on a branch of the remote, with pages of them, and a change of behaviour
becomes one issue."""

import os
import shutil

import pytest

from conftest import ROOT, SCRIPTS, call

# GitHub's command: it writes down how it is called.
GH = """#!/usr/bin/env bash
echo "$*" >>"$GH_CALLS"
case "$1 $2" in
    'issue list') cat "$GH_OPEN" 2>/dev/null || true ;;
    'repo view') echo "${GH_ISSUES:-true}" ;;
    'issue create') [ -z "${GH_FAILS:-}" ] ;;
esac || exit 1
"""


class Remote:
    """A clone with a remote, and GitHub's command in its place."""

    def __init__(self, folder, nights, report_tool):
        self.folder = folder
        self.nights = nights
        self.report_tool = report_tool
        call("git", "init", "--quiet", "--bare", folder / "remote.git")
        call("git", "clone", "--quiet", ROOT, folder / "clone")
        call("git", "-C", folder / "clone", "remote", "set-url", "origin", folder / "remote.git")
        shutil.copy(SCRIPTS / "ci/keep-reports", folder / "clone/scripts/ci/keep-reports")
        (folder / "bin").mkdir()
        (folder / "bin/gh").write_text(GH)
        (folder / "bin/gh").chmod(0o755)
        self.environment = {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "GH_TOKEN": "t",
            "GH_CALLS": folder / "calls",
            "GH_OPEN": folder / "open",
            "CONFORMANCE_REPORT": report_tool.program,
        }

    def keep(self, *numbers, code=0, also=None, **environment):
        """The reports of these nights, as the workflow gathers them, with CTRF beside them."""
        gathered = self.folder / "gathered"
        shutil.rmtree(gathered, ignore_errors=True)
        gathered.mkdir()
        (self.folder / "calls").unlink(missing_ok=True)
        for number in numbers:
            shutil.copy(self.nights / f"{number:016x}.json", gathered)
        first = gathered / f"{numbers[0]:016x}.json"
        self.report_tool("convert", first, "--to", "ctrf", "--output", first.with_suffix(".ctrf.json"))
        if also:
            (gathered / also).write_text("{")
        script = self.folder / "clone/scripts/ci/keep-reports"
        return call(script, gathered, code=code, env={**self.environment, **environment})

    def calls(self):
        path = self.folder / "calls"
        return path.read_text() if path.exists() else ""

    def git(self, *words):
        return call("git", "-C", self.folder / "remote.git", *words).out

    def head(self):
        return self.git("rev-parse", "reports").strip()


@pytest.fixture
def remote(tmp_path, nights, report_tool):
    """A remote that has the first two nights."""
    made = Remote(tmp_path, nights, report_tool)
    made.keep(0x1, 0xD)
    made.keep(0x2)
    assert made.calls() == "", "there is an issue, and nothing changed"
    return made


def test_they_are_on_a_branch_with_their_pages(remote):
    assert len(remote.git("ls-tree", "--name-only", "reports", "data/").splitlines()) == 3
    assert "what changed, and when" in remote.git("show", "reports:index.html")
    assert "<html" in remote.git("show", "reports:matrix.html")
    remote.keep(0x2).says("kept already")
    clone = ["git", "-C", remote.folder / "clone"]
    assert call(*clone, "branch", "--list", "reports*").out == ""
    assert call(*clone, "worktree", "list").out.count("\n") == 1


def test_a_change_opens_one_issue(remote):
    kept = remote.keep(0x7)
    assert "issue create" in remote.calls() and "--title Behaviour changed" in remote.calls()
    kept.says("^# `Wine as Windows 10").says(r"`UBR` \| `3447` \| `3593`").says(
        "so-keepalive.efault-short-optlen"
    )
    (remote.folder / "open").write_text("7\n")
    remote.keep(0x11)
    assert "issue comment 7 " in remote.calls() and "issue create" not in remote.calls()
    remote.keep(0x8)
    assert remote.calls() == "", "the same version is reported twice"


def test_without_issues_it_is_said(remote):
    remote.keep(0x7, GH_ISSUES="false").says("issues are switched off")


def test_an_issue_that_fails_is_tried_again_the_next_night(remote):
    before = remote.head()
    remote.keep(0x7, GH_FAILS="yes", code=tuple(range(1, 128)))
    assert remote.head() == before


def test_a_broken_report_costs_none_of_the_others(remote):
    before = remote.head()
    remote.keep(0x7, GH_ISSUES="false", also="broken.json", code=2).says("broken.json is not kept")
    assert remote.head() != before
