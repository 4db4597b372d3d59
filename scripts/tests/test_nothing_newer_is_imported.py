"""The programs and the DLLs of fixtures start on old Windows: the x86 build imports nothing newer than
Windows XP SP2 has, the x64 build nothing newer than Server 2003 and XP x64.
scripts/expectations/imports-of-xp names the functions that both have, each looked up in Microsoft's
documentation of the function ("minimum supported client"). Every program, DLL and driver has an entry inside
its code, and a driver imports from the kernel alone."""

import re
import struct

import pytest

from conftest import BUILD, SCRIPTS, build, call

FILES = [
    "harness/run/winsock-conformance.exe",
    "reports/tool/conformance-report.exe",
    "fixtures/misbehaving_provider/misbehaving_provider.dll",
    "fixtures/reference_provider/reference_provider.dll",
]
KERNEL = "ntoskrnl.exe;hal.dll;netio.sys"
OLDEST = {"x64": (5, 2), "x86": (5, 1)}


@pytest.fixture(scope="module", params=["x64", "x86"])
def architecture(request):
    build(
        f"mingw-{request.param}",
        "suite",
        "conformance-report",
        "misbehaving_provider",
        "reference_provider",
        "dependent_provider",
        "wsk_probe_on_wine",
    )
    return request.param


@pytest.fixture(scope="module")
def imports_of_xp():
    lines = (SCRIPTS / "expectations/imports-of-xp").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def imports(headers):
    """ "KERNEL32.dll!Sleep", of each that objdump shows."""
    dll = None
    found = set()
    for line in headers.splitlines():
        if "DLL Name:" in line:
            dll = line.split()[2]
        elif import_of := re.match(r"\t[0-9a-f]+\t +[0-9]+ +([A-Za-z_?@]\S*)", line):
            found.add(f"{dll}!{import_of[1]}")
    return found


@pytest.mark.parametrize("file", FILES)
def test_old_windows_has_every_import(architecture, imports_of_xp, file):
    headers = call("objdump", "-p", BUILD / f"mingw-{architecture}" / file).out
    found = imports(headers)
    assert len([name for name in found if name.startswith("KERNEL32.dll!")]) > 10
    assert found - imports_of_xp == set(), "no Windows XP is known to have these"
    # An import by number has no name to look up.
    assert not re.search(r"^\t[0-9a-f]+\t +[0-9]+ +<none>", headers, re.MULTILINE)


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".exe")])
def test_the_subsystem_is_old(architecture, file):
    headers = call("objdump", "-p", BUILD / f"mingw-{architecture}" / file).out
    version = tuple(
        int(re.search(rf"^{part}SubsystemVersion\s+(\d+)", headers, re.MULTILINE)[1])
        for part in ("Major", "Minor")
    )
    assert version <= OLDEST[architecture]


def has_entry(file):
    """Its entry is inside its code."""
    headers = call("objdump", "-p", "-h", file).out
    entry = int(re.search(r"^AddressOfEntryPoint\s+([0-9a-f]+)", headers, re.MULTILINE)[1], 16)
    base = int(re.search(r"^ImageBase\s+([0-9a-f]+)", headers, re.MULTILINE)[1], 16)
    size, begin = (
        int(number, 16)
        for number in re.search(r"^ *\d+ \.text +([0-9a-f]+) +([0-9a-f]+)", headers, re.MULTILINE).groups()
    )
    return entry > 0 and begin <= base + entry < begin + size


def check_driver(file, allowed, code=0):
    call(
        "cmake",
        "-D",
        f"DRIVER={file}",
        "-D",
        "DUMP=objdump;-p",
        "-D",
        f"ALLOWED={allowed}",
        "-P",
        SCRIPTS / "cmake/check_driver_imports.cmake",
        code=code,
    )


def test_every_program_has_an_entry_and_a_driver_imports_from_the_kernel(architecture):
    drivers = 0
    for file in sorted((BUILD / f"mingw-{architecture}").rglob("*.*")):
        if file.suffix not in (".exe", ".dll", ".sys") or "CMakeFiles" in file.parts:
            continue
        assert has_entry(file), file
        if file.suffix == ".sys":
            drivers += 1
            check_driver(file, KERNEL + (";ws2_32.dll" if "on_wine" in file.name else ""))
    assert drivers >= 2


def test_faults_are_seen(architecture, tmp_path):
    driver = BUILD / f"mingw-{architecture}/fixtures/wsk_probe/wsk_probe_on_wine.sys"
    # The entry is a DWORD, 40 bytes after the signature, whose offset is at 60 (PE format).
    content = bytearray(driver.read_bytes())
    (signature,) = struct.unpack_from("<I", content, 60)
    struct.pack_into("<I", content, signature + 40, 0)
    (tmp_path / "no-entry.sys").write_bytes(content)
    assert not has_entry(tmp_path / "no-entry.sys")
    check_driver(driver, KERNEL, code=1)
