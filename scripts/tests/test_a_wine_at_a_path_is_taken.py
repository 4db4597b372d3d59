"""scripts/run --wine PATH takes an installation or a build tree, wherever it is, with a prefix of its own,
and lets Wine's own messages through; a path that is no Wine is refused in one line."""

import shutil
from pathlib import Path

import pytest

from conftest import BUILD, read_json

WINE = Path("/usr/lib/wine/wine64")
SERVER = Path("/usr/lib/wine/wineserver64")


@pytest.fixture(scope="module", autouse=True)
def no_prefix_stays():
    before = set(BUILD.glob("wine-at-*"))
    yield
    for folder in set(BUILD.glob("wine-at-*")) - before:
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def debian_layout(tmp_path_factory):
    """Debian's layout in a folder with a blank."""
    folder = tmp_path_factory.mktemp("debian") / "a wine"
    for name in ("lib/wine", "lib/x86_64-linux-gnu/wine", "share/wine"):
        shutil.copytree(Path("/usr") / name, folder / name, symlinks=True)
    return folder / "lib/wine"


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


def runs_the_suite(suite, wine, folder):
    report = folder / "report.json"
    run = suite.run("--wine", wine, "so-keepalive/boolean", "--report", report, env={"WINEDEBUG": "+winsock"})
    run.says(":winsock:")
    report = read_json(report)
    assert report["rows"] and report["environment"]["os"]["wine_version"] == "8.0"


@pytest.mark.parametrize("name", ["", "wine64"], ids=["folder", "loader"])
def test_debians_layout_runs_the_suite(suite, debian_layout, tmp_path, name):
    runs_the_suite(suite, debian_layout / name, tmp_path)


@pytest.mark.parametrize("make", [installation, build_tree, build_tree_with_a_script])
def test_a_wine_runs_the_suite(suite, tmp_path, make):
    runs_the_suite(suite, make(tmp_path), tmp_path)


@pytest.mark.parametrize("path", ["nowhere", ".", "a-file"])
def test_another_path_is_refused(suite, tmp_path, path):
    (tmp_path / "a-file").write_text("{}")
    suite.run("--wine", tmp_path / path, "so-keepalive/boolean", code=2).is_one_line()
