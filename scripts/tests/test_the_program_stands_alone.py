"""One .exe for x64: it imports nothing from Winsock, and only from DLLs that Windows never looks for beside
the program (its "known DLLs")."""

import re

import pytest

from conftest import BUILD, build, call


@pytest.mark.parametrize("preset", ["mingw-x64", "clang-x64"])
def test_it_imports_known_dlls_alone(preset):
    build(preset, "suite")
    headers = call(
        "x86_64-w64-mingw32-objdump", "-p", BUILD / preset / "harness/run/winsock-conformance.exe"
    ).out
    assert "file format pei-x86-64" in headers
    imports = {name.lower() for name in re.findall(r"DLL Name: (\S+)", headers)}
    assert imports == {"advapi32.dll", "kernel32.dll", "msvcrt.dll"}
