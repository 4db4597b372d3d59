"""The Wines that are not this machine's start in a root that is no mount point, such as that of a chroot, with
the working folder kept, and nobody else sees their mounts."""

import os
from pathlib import Path

import pytest

from conftest import BUILD, IS_ROOT, SCRIPTS, call

# In a namespace whose mounts are all shared, in a root made of this one's folders.
IN_CHROOT = """
newroot=$0
for top in "$newroot"/*; do [ -L "$top" ] || mount --rbind "${top#"$newroot"}" "$top"; done
mount --make-rshared /
mounts() { wc -l </proc/self/mountinfo; }
before=$(mounts)
/usr/sbin/chroot "$newroot" env --chdir="$PWD" bash "$@"
[ "$(mounts)" -eq "$before" ] || { echo "it left mounts behind"; exit 1; }
"""
ASK = '. "$0"; choose_wine "$1"; cd "$2"; "${wine[@]}" --version; "${wine[@]:0:${#wine[@]}-1}" pwd'


@pytest.fixture
def in_chroot(tmp_path):
    if not IS_ROOT:
        pytest.skip("only root has the other Wines")
    if not os.path.ismount("/"):
        pytest.skip("this root is no mount point, so that every test of another Wine shows it")
    for top in Path("/").iterdir():
        if top.is_symlink():
            (tmp_path / top.name).symlink_to(os.readlink(top))
        elif top.is_dir():
            (tmp_path / top.name).mkdir()

    def run(*arguments, code=0):
        return call(
            "unshare",
            "--mount",
            "--propagation",
            "private",
            "bash",
            "-ec",
            IN_CHROOT,
            tmp_path,
            *arguments,
            code=code
        )

    return run


def test_the_root_there_is_no_mount_point(in_chroot):
    in_chroot("-c", "mountpoint --quiet /", code=32)


@pytest.mark.parametrize("debian, version", [("trixie", "wine-10."), ("bookworm-i386", "wine-8.")])
def test_a_wine_starts(in_chroot, debian, version):
    call(SCRIPTS / "set-up", "run", debian)
    said = in_chroot("-ec", ASK, SCRIPTS / "lib/environment.sh", debian, BUILD).out.splitlines()
    assert said[0].startswith(version)
    assert said[1] == str(BUILD)
