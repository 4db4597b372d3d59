"""What the tests of the scripts and of the finished programs share: programs that are built, prefixes that
are held, runs of the suite and of conformance-report whose exit code and words are checked."""

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

# Tests run side by side: each process of pytest's has prefixes of its own.
WORKER = os.environ.get("PYTEST_XDIST_WORKER")
if WORKER:
    os.environ.setdefault("CONFORMANCE_PREFIX", WORKER)

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))

from nightly_reports import write_nights  # noqa: E402
from prefix import BUILD, ROOT, Prefix  # noqa: E402

SCRIPTS = ROOT / "scripts"
IS_ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not IS_ROOT, reason="only root has the Wine of another Debian")


# The longest files, started first so that none is left at the end.
LONG = [
    "test_an_empty_stack_passes_nothing.py",
    "test_a_release_is_whole_and_reproducible.py",
    "test_every_windows_is_identified.py",
    "test_the_matrix_page_works.py",
    "test_a_wine_at_a_path_is_taken.py",
    "test_the_driver_leaves_nothing.py",
]


def pytest_collection_modifyitems(items):
    """The longest files run first, and the test that needs clang's build, which is made beside the tests,
    runs last."""

    def place(item):
        name = item.path.name
        return LONG.index(name) if name in LONG else len(LONG) + (name == "test_the_program_stands_alone.py")

    items.sort(key=place)


class Said:
    """How a command ended, and what it said: `out`, `err`, and both in `text`."""

    def __init__(self, command, code, out, err):
        self.command = " ".join(map(str, command))
        self.code = code
        self.out = out.decode(errors="replace").replace("\r\n", "\n")
        self.err = err.decode(errors="replace").replace("\r\n", "\n")
        self.text = self.out + self.err

    def says(self, pattern):
        """A line of the output matches the pattern."""
        assert re.search(
            pattern, self.text, re.MULTILINE
        ), f"{self.command}: no '{pattern}' in\n{self.tail()}"
        return self

    def does_not_say(self, pattern):
        found = re.search(pattern, self.text, re.MULTILINE)
        assert not found, f"{self.command}: '{found[0]}' in\n{self.tail()}"
        return self

    def is_one_line(self):
        """The errors are one line, which is what bad input gets."""
        assert self.err.count("\n") == 1, f"{self.command}: expected one line, got\n{self.tail()}"
        return self

    def tail(self):
        return "\n".join(self.text.splitlines()[-50:])


def call(*command, code=0, env=None, **options):
    """Runs a command that ends with this exit code, or with one of these."""
    done = subprocess.run(
        list(map(str, command)),
        stdin=options.pop("stdin", subprocess.DEVNULL),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **{name: str(value) for name, value in (env or {}).items()}},
        check=False,
        **options,
    )
    said = Said(command, done.returncode, done.stdout, done.stderr)
    expected = code if isinstance(code, tuple) else (code,)
    assert said.code in expected, f"{said.command}: ended with {said.code}, not {expected}:\n{said.tail()}"
    return said


def wait_until(holds, seconds, otherwise):
    """Waits for a condition, and fails with what `otherwise` returns when it does not come."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, otherwise()
        time.sleep(0.1)
    return found


def read_json(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def with_environment(script, *arguments, code=0, **options):
    """Runs a line of bash that uses the functions of environment.sh."""
    return call(
        "bash", "-ec", f'. "$0/lib/environment.sh"; {script}', SCRIPTS, *arguments, code=code, **options
    )


def build(preset, *targets):
    with_environment('build_targets "$@"', preset, *targets)


def processes(prefix, pattern):
    """The numbers of the processes in this prefix whose command line matches."""
    line = f"WINEPREFIX={prefix.environment['WINEPREFIX']}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if re.search(pattern, words) and line in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        # One that has ended meanwhile.
        except OSError:
            pass
    return found


class Suite:
    """winsock-conformance, built for Wine of 64 bits."""

    def __init__(self):
        build("mingw-x64", "suite", "reference_provider", "misbehaving_provider", "wsk_probe_on_wine")
        fixtures = BUILD / "mingw-x64/fixtures"
        self.program = BUILD / "mingw-x64/harness/run/winsock-conformance.exe"
        self.reference_provider = fixtures / "reference_provider/reference_provider.dll"
        self.misbehaving_provider = fixtures / "misbehaving_provider/misbehaving_provider.dll"
        self.driver = fixtures / "wsk_probe/wsk_probe_on_wine.sys"

    def run(self, *arguments, mutation="", code=(0, 1), env=None, **options):
        """scripts/run with these arguments; the reference provider and its driver behave by the mutation."""
        return call(
            SCRIPTS / "run", *arguments, code=code, env={"MUTATION": mutation, **(env or {})}, **options
        )


class HeldPrefix(Prefix):
    """A prefix in which programs run without scripts/run, and so without its waits."""

    def call(self, *arguments, code=0, environment=None, **options):
        return call(
            *self.wine,
            self.program,
            *arguments,
            code=code,
            env={**self.environment, **(environment or {})},
            **options,
        )


@pytest.fixture(scope="session")
def suite():
    return Suite()


@pytest.fixture
def prefix(suite):  # pylint: disable=unused-argument
    """A prefix of Debian bookworm's Wine as Windows 10."""
    with HeldPrefix("bookworm", "win10") as held:
        yield held


def built_report_tool(preset):
    """conformance-report: called with its arguments, and the exit code that is expected."""
    build(preset, "conformance-report")
    program = BUILD / preset / "reports/tool/conformance-report"

    def call_it(*arguments, code=0, **options):
        return call(program, *arguments, code=code, **options)

    call_it.program = program
    return call_it


@pytest.fixture(scope="session")
def report_tool():
    """As it is shipped, and as scripts/ci takes it."""
    return built_report_tool("native-release")


@pytest.fixture(scope="session")
def sanitized_report_tool():
    """Built with sanitizers, which take ten times as long: for bad reports, and for each command that
    reads one at least once."""
    return built_report_tool("native")


@pytest.fixture(scope="session")
def cached_run():
    """The report of a whole run against the baselines, as a path: cached_run("bookworm", "win7")."""

    def path_of(debian, windows):
        return Path(call(SCRIPTS / "lib/cached-run", debian, windows).out.strip())

    return path_of


@pytest.fixture
def validate():
    """validate(schema, *files): the files of JSON fit the schema, for ajv."""

    def check(schema, *files, by="validate-plain.js"):
        call("node", BUILD / "ajv" / by, schema, *files)

    return check


def copy_checkout(folder):
    """This checkout's files, without a build."""
    names = call("git", "-C", ROOT, "ls-files", "-c", "-o", "--exclude-standard", "-z").out.split("\0")
    for name in names:
        if name and (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


@pytest.fixture(scope="session")
def real_reports(suite, tmp_path_factory):
    """Runs of some cases on the reference provider: WINE-WINDOWS-good.json, and -short.json, where a short
    optlen is accepted."""
    if not IS_ROOT:
        pytest.skip("the Wine of Debian trixie needs root")
    # Made once for all of pytest's processes.
    folder = tmp_path_factory.getbasetemp()
    folder = (folder.parent if WORKER else folder) / "real"
    with open(f"{folder}.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            made = Path(f"{folder}.made")
            made.mkdir(exist_ok=True)
            for debian in ("bookworm", "trixie"):
                for windows in ("win10", "win7"):
                    run_well_and_badly(suite, debian, windows, made)
            made.rename(folder)
    return folder


def run_well_and_badly(suite, debian, windows, folder):
    for kind, mutation in {"good": "", "short": "set.short=succeed"}.items():
        suite.run(
            "--wine",
            debian,
            "--windows",
            windows,
            "so-keepalive/set",
            "so-keepalive/default",
            "--provider",
            suite.reference_provider,
            "--report",
            folder / f"{debian}-{windows}-{kind}.json",
            mutation=mutation,
        )


@pytest.fixture(scope="session")
def nights(real_reports, tmp_path_factory):
    """The reports of 52 nights: see nightly_reports.py."""
    folder = tmp_path_factory.mktemp("history") / "nights"
    assert write_nights(real_reports, folder) == 52
    return folder
