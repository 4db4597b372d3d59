"""A release is downloaded and unpacked when its SHA-256 sum is right, and nothing of it is left when it is
not."""

import hashlib
import zipfile

import pytest

from conftest import SCRIPTS, call

NAME = "winsock-conformance-1.2.3-windows-x64"


@pytest.fixture
def release(tmp_path):
    """The zip of a release, in a folder that stands for the project's releases on the web, with its sum
    beside it."""
    path = tmp_path / f"releases/v1.2.3/{NAME}.zip"
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{NAME}/bin/winsock-conformance.exe", "program\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (path.parent / f"{NAME}.zip.sha256").write_text(f"{digest}  {NAME}.zip\n")
    return path


@pytest.fixture
def get(release, tmp_path):
    def get_it(version, code=0):
        settings = {
            "RELEASES": f"file://{tmp_path}/releases",
            "REPOSITORY": "owner/name",
            "VERSION": version,
            "ARCHITECTURE": "x64",
            "FOLDER": tmp_path / "taken",
        }
        words = [word for name, value in settings.items() for word in ("-D", f"{name}={value}")]
        call("cmake", *words, "-P", SCRIPTS / "cmake/get_release.cmake", code=code)
        return [path.name for path in (tmp_path / "taken").rglob("*") if path.suffix in (".zip", ".exe")]

    return get_it


def test_it_is_unpacked(get):
    assert "winsock-conformance.exe" in get("1.2.3")


@pytest.mark.parametrize("version", ["1.2.3", "1.2.4", "1.2/../3"])
def test_a_wrong_sum_or_no_release_leaves_nothing(get, release, version):
    with release.open("ab") as archive:
        archive.write(b"more")
    assert get(version, code=1) == []
