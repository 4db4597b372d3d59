"""The workflows: actionlint finds nothing, every action is pinned by its commit, every job has the least
permissions, and each step is one command of presets and scripts that exist. The scripts in PowerShell, which
nothing here can run, are PowerShell."""

import re
import shutil

import pytest

from conftest import BUILD, ROOT, SCRIPTS, call, copy_checkout

WORKFLOWS = ".github/workflows"
FAULTS = {
    "an action that is not pinned": (
        f"{WORKFLOWS}/windows.yml",
        "checkout@[0-9a-f]*",
        "checkout@v4",
        "not pinned",
    ),
    "a preset that does not exist": (
        f"{WORKFLOWS}/linux.yml",
        "scripts/test$",
        "cmake --workflow --preset no-such",
        "no workflow preset",
    ),
    "a script that does not exist": (
        f"{WORKFLOWS}/linux.yml",
        "scripts/test$",
        "scripts/no-such",
        "there is no scripts",
    ),
    "a container by its name": (
        f"{WORKFLOWS}/linux.yml",
        "bookworm@sha256:[0-9a-f]*",
        "bookworm",
        "not pinned by its digest",
    ),
    "credentials that stay": (f"{WORKFLOWS}/linux.yml", ".*persist-credentials.*\n", "", "keeps credentials"),
    "a workflow without permissions": (
        f"{WORKFLOWS}/release.yml",
        "^permissions:\n(.*\n)*?  contents.*\n",
        "",
        "permissions",
    ),
    "an expression that is none": (
        f"{WORKFLOWS}/windows.yml",
        r"matrix\.preset }}",
        "matrix.presets.no }",
        "end marker",
    ),
    "a report that nobody expects": (
        f"{WORKFLOWS}/windows.yml",
        " windows-2022-msvc-x86 ",
        " ",
        "gather-reports expects",
    ),
    "a script that is no PowerShell": (
        "scripts/ci/run-on-windows.ps1",
        "^exit .*",
        "exit (",
        "no PowerShell",
    ),
    "a name that Azure does not take": (
        ".azure-pipelines.yml",
        "windows_2022_x64",
        "windows-2022-x64",
        "name of a job",
    ),
}


@pytest.fixture(scope="module")
def lint():
    tools = BUILD / "lint"
    for source in (SCRIPTS / "lint").glob("*.mjs"):
        shutil.copy(source, tools)

    def check(root, *only, code=0):
        return call("node", tools / "check.mjs", root, *only, code=code)

    return check


def test_the_lint_finds_nothing(lint):
    lint(ROOT)


@pytest.mark.parametrize("name", FAULTS)
def test_the_lint_finds_a_fault(lint, tmp_path, name):
    checkout = tmp_path / "checkout"
    copy_checkout(checkout)
    file, pattern, replacement, message = FAULTS[name]
    text = (checkout / file).read_text(encoding="utf-8")
    faulty = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    assert faulty != text, "the fault was not made"
    (checkout / file).write_text(faulty, encoding="utf-8")
    lint(checkout, file, code=1).says(f"^{re.escape(file)}:.*{message}")
