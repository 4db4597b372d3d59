"""A Wine prefix that is held while programs run in it."""

import os
import subprocess
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent
ROOT = SCRIPTS.parent
BUILD = ROOT / "build"
# Wine would look for a display, and complain.
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


class Prefix:
    """The prefix of a Debian's Wine posing as a Windows; see hold-prefix. In a network namespace of its own
    with `namespace`, where there is a loopback and nothing else (root)."""

    def __init__(self, debian, windows, namespace=False):
        command = [SCRIPTS / "lib/hold-prefix", debian, windows]
        environment = dict(os.environ)
        if namespace:
            environment["CONFORMANCE_PREFIX"] = "namespace"
            # Most of the usual ports would soon wait, and Linux would take long to find a free one.
            ports = "echo 1024 65535 2>/dev/null >/proc/sys/net/ipv4/ip_local_port_range"
            set_up = f'ip link set lo up && {{ {ports} || true; }} && exec "$@"'
            command = ["unshare", "--net", "bash", "-c", set_up, "bash", *command]
        self._holder = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        said = b""
        while not said.endswith(b"\0held\0"):
            some = self._holder.stdout.read1(65536)
            if not some:
                raise RuntimeError(
                    f"no Wine prefix: hold-prefix {debian} '{windows}' ended with {self._holder.wait()}"
                )
            said += some
        words = [word.decode() for word in said.split(b"\0")]
        first, second = [i for i, word in enumerate(words) if word == ""][:2]
        inherited = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
        # What a program in the prefix gets.
        self.environment = {**inherited, **dict(word.split("=", 1) for word in words[:first])}
        self.folder = Path(self.environment["WINEPREFIX"]).parent
        enter = ["nsenter", f"--net=/proc/{self._holder.pid}/ns/net"] if namespace else []
        self.wine = enter + words[first + 1 : second]
        self.program = words[second + 1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Leaves the prefix; its programs end unless another script is in it. It may be closed twice."""
        if not self._holder.stdin.closed:
            self._holder.stdin.close()
        self._holder.wait()

    def start(self, *arguments, environment=None, gives_way=False, **options):
        """Starts the suite's program with these arguments, as subprocess.Popen does; with `gives_way` at a
        lower priority than others."""
        priority = ["nice", "-n", "10"] if gives_way else []
        return subprocess.Popen(
            [*priority, *self.wine, self.program, *map(str, arguments)],
            env={**self.environment, **(environment or {})},
            **options,
        )
