"""scripts/run --wine PATH takes an installation or a build tree, wherever it is, with a prefix of its own,
and lets Wine's own messages through; a path that is no Wine is refused in one line."""

import shutil
from pathlib import Path

import pytest

from conftest import BUILD, read_json

WINE = Path("/usr/lib/wine/wine64")
SERVER = Path("/usr/lib/wine/wineserver64")


@pytest.fixture
def no_prefix_stays():
    before = set(BUILD.glob("wine-at-*"))
    yield
    for folder in set(BUILD.glob("wine-at-*")) - before:
        shutil.rmtree(folder)


def debian_layout(folder):
    """Debian's layout in a folder with a blank."""
    for name in ("lib/wine", "lib/x86_64-linux-gnu/wine", "share/wine"):
        shutil.copytree(Path("/usr") / name, folder / "a wine" / name, symlinks=True)
    return folder / "a wine/lib/wine"


def installation(folder):
    (folder / "bin").mkdir()
    (folder / "bin/wine").symlink_to(WINE)
    (folder / "bin/wineserver").symlink_to(SERVER)
    return folder


def build_tree(folder):
    (folder / "server").mkdir()
    (folder / "wine").symlink_to(WINE)
    (folder / "server/wineserver").symlink_to(SERVER)
    return folder


def build_tree_with_a_script(folder):
    build_tree(folder)
    (folder / "loader").mkdir()
    (folder / "loader/wine64").symlink_to(WINE)
    (folder / "wine").unlink()
    (folder / "wine").write_text(f'#!/bin/sh\nexec {WINE} "$@"\n')
    (folder / "wine").chmod(0o755)
    return folder


@pytest.mark.parametrize(
    "make",
    [
        debian_layout,
        lambda folder: debian_layout(folder) / "wine64",
        installation,
        build_tree,
        build_tree_with_a_script,
    ],
    ids=["debian", "loader", "installation", "build-tree", "script"],
)
def test_a_wine_runs_the_suite(suite, no_prefix_stays, tmp_path, make):
    report = tmp_path / "report.json"
    wine = make(tmp_path)
    run = suite.run("--wine", wine, "so-keepalive/boolean", "--report", report, env={"WINEDEBUG": "+winsock"})
    run.says(":winsock:")
    report = read_json(report)
    assert report["rows"] and report["environment"]["os"]["wine_version"] == "8.0"


@pytest.mark.parametrize("path", ["nowhere", ".", "a-file"])
def test_another_path_is_refused(suite, tmp_path, path):
    (tmp_path / "a-file").write_text("{}")
    suite.run("--wine", tmp_path / path, "so-keepalive/boolean", code=2).is_one_line()
