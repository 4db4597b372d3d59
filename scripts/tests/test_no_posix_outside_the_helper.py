"""Only the helper for Linux, and the file that asks Linux's terminal, take what MSVC does not have: headers
of POSIX, or words of GCC's own that -Wpedantic lets pass."""

import re

from conftest import ROOT, call

POSIX = (
    r"#\s*include\s*<(sys/|net/|netinet/|netdb\.h|arpa/|linux/|bits/|ext/|unistd|pthread|dirent|dlfcn|poll|"
    r"sched|semaphore|spawn|strings|syslog|termios|fcntl)"
)
GNU = r"\b(__attribute__|__builtin_\w+|__typeof__|__extension__|__PRETTY_FUNCTION__|ssize_t|__int128)\b"
OF_LINUX = ("fixtures/silent_peer/", "harness/terminal/terminal_posix.cpp")


def test_msvc_takes_every_file():
    sources = ["*.cpp", "*.hpp", "*.c", "*.h"]
    names = call("git", "ls-files", "-c", "-o", "--exclude-standard", *sources, cwd=ROOT).out.splitlines()
    names = [name for name in names if not name.startswith(OF_LINUX) and (ROOT / name).exists()]
    assert len(names) > 200
    for name in names:
        found = re.search(f"{POSIX}|{GNU}", (ROOT / name).read_text(encoding="utf-8"))
        assert not found, f"{name}: {found[0]}"


def test_the_helper_headers_are_seen():
    assert re.search(POSIX, (ROOT / "fixtures/silent_peer/linux_calls.hpp").read_text(encoding="utf-8"))
