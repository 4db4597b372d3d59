"""The last 40 lines of a red run say what broke, where, and what to run again; a green one is short. On a
terminal one line of progress is written again and again, in colours; in a log there are neither. `show` says
of every check where it stands, what came and by which call, and a row waits for a debugger where that is
asked for."""

import gzip
import re
import shlex
import shutil
import subprocess

import pytest

from conftest import call, wait_until

REFUSES = "set.ok=error:10022"


@pytest.fixture
def run(suite, prefix, tmp_path, monkeypatch):
    """A run on the reference provider, in a folder of its own, so that no long path is named."""
    shutil.copy(suite.reference_provider, tmp_path)
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments, mutation="", code=0):
        return prefix.call(
            "run",
            "--provider",
            "reference_provider.dll",
            *arguments,
            code=code,
            environment={"MUTATION": mutation},
        )

    return run_it


def test_a_green_run_is_short(run):
    green = run("so-keepalive/set", "sio-keepalive-vals/times").does_not_say("Breaks|rerun")
    assert green.out.count("\n") <= 20


def test_a_red_run_ends_with_what_broke(run):
    red = run(
        "so-keepalive",
        "sio-keepalive-vals/times",
        "--exclude",
        "so-keepalive/wire",
        "--report",
        "red.json",
        mutation=REFUSES,
        code=1,
    )
    # A slow machine gets lines of progress, too; they come before.
    tail = "\n".join(red.out.splitlines()[-40:])
    for pattern in (
        r"^Breaks the gate: [0-9]+ rows, worst first$",
        r"^  suites/so_keepalive/[a-z_]+\.cpp:[0-9]+  so-keepalive",
        r"expected 0, got SOCKET_ERROR/WSAEINVAL \(10022\)",
        r'^  rerun: winsock-conformance run "so-keepalive/[^"]*" --provider "reference_provider.dll"$',
        r'^  \.\.\. and [0-9]+ more groups, [0-9]+ rows: conformance-report show "red.json" --only breaking$',
        r"^Gate          broken",
    ):
        assert re.search(pattern, tail, re.MULTILINE), f"no '{pattern}' in\n{tail}"
    assert not [line for line in red.text.splitlines() if len(line) > 100 and "rerun:" not in line]
    assert "\x1b" not in red.text, "a log has colours"
    # The command that it names shows the same.
    again = re.search(r'^  rerun: winsock-conformance run "([^"]*)"', red.text, re.MULTILINE)[1]
    run(again, mutation=REFUSES, code=1).says("got SOCKET_ERROR/WSAEINVAL")


def test_a_row_is_shown_with_its_calls(run):
    full = run("so-keepalive/set/on-off-on", "--only", "breaking", "--show-calls", mutation=REFUSES, code=1)
    full.says(
        r"^  x suites/so_keepalive/set_and_get.cpp:[0-9]+  "
        r"CHECK_THAT\(socket.set\(so_keepalive, on\), Succeeds\(\)\)"
    )
    full.says(
        r"^      call     setsockopt\(s1, level=SOL_SOCKET, optname=SO_KEEPALIVE, optlen=4, "
        r"optval=\{01000000 ="
    )
    full.says(r"^    1  socket\(af=AF_INET")


def test_a_baseline_says_what_changed(run, report_tool):
    adopt = ["so-keepalive/set", "--baseline", "mine"]
    run(*adopt, "--update", "--report", "known.json", mutation=REFUSES)
    known = run(*adopt, "--report", "known.json", mutation=REFUSES).does_not_say("Breaks|rerun")
    known.says("[0-9]+ of [0-9]+ rows, [0-9]+ s, 0 break the gate")
    forms = ["--junit", "changed.xml", "--ctrf", "changed.ctrf.json", "--markdown", "changed.md"]
    changed = run(*adopt, "--report", "changed.json", *forms, mutation="set.ok=error:10014", code=1)
    changed.says("^fail, changed  so-keepalive/set")
    changed.says(r"^  recorded fail: SOCKET_ERROR/WSAEINVAL \(10022\)")
    for form in ("changed.xml", "changed.ctrf.json"):
        text = open(form, encoding="utf-8").read()
        assert "recorded: fail: SOCKET_ERROR/WSAEINVAL" in text
        assert "rerun: winsock-conformance run" in text
    markdown = open("changed.md", encoding="utf-8").read()
    assert "recorded `fail: SOCKET_ERROR/WSAEINVAL" in markdown
    assert "What breaks the gate" in "\n".join(markdown.splitlines()[:9]), "the summary does not lead with it"
    shown = report_tool("show", "changed.json", "--baseline", "mine", "--only", "breaking")
    shown.says("^Baseline      ").says("^  recorded fail: SOCKET_ERROR/WSAEINVAL")
    shown.says(r"^      got      SOCKET_ERROR/WSAEFAULT \(10014\)")


def test_show_reads_a_file_a_folder_a_pattern_and_the_standard_input(run, report_tool, tmp_path):
    run("so-keepalive/set", "--report", "red.json", mutation=REFUSES, code=1)
    lines = report_tool("show", "red.json").out.splitlines()
    assert lines[1] == "Gate          broken, without a baseline"
    (tmp_path / "reports").mkdir()
    for name in ("one", "two"):
        shutil.copy("red.json", tmp_path / f"reports/{name}.json")
    for reports in ("reports", "reports/*.json"):
        assert report_tool("show", reports, "so-keepalive/set/on-off-on").out.count("\nReport  ") == 1
    plain = (tmp_path / "red.json").read_bytes()
    for text in (plain, gzip.compress(plain)):
        (tmp_path / "input").write_bytes(text)
        with open("input", "rb") as given:
            report_tool("show", "-", "--only", "failing", stdin=given).says("^Report        -$").says(
                "rerun: "
            )
    wrong = report_tool("show", "red.json", "so-keepalive/set/on-of-on", code=2)
    wrong.says('did you mean "so-keepalive/set/on-off-on"')


def on_a_terminal(command, **environment):
    """The output of a command whose output is a terminal."""
    return call(
        "script",
        "-qec",
        shlex.join(map(str, command)),
        "/dev/null",
        env={"TERM": "xterm", **environment},
        code=(0, 1),
    )


def test_a_terminal_gets_progress_and_colours(prefix, run, report_tool):
    command = ["env", *(f"{name}={value}" for name, value in prefix.environment.items() if "WINE" in name)]
    command += [*prefix.wine, prefix.program, "run", "so-keepalive/set"]
    coloured = "\x1b\\[3[12]m"
    on_a_terminal(command).says(r"\r.*[0-9]+ of [0-9]+ rows, [0-9]+ s, [0-9]+ breaks? the gate").says(
        coloured
    )
    on_a_terminal(command, NO_COLOR="1").says("[0-9]+ of [0-9]+ rows").does_not_say(coloured)

    run("so-keepalive/set", "--report", "red.json", mutation=REFUSES, code=1)
    show = [report_tool.program, "show", "red.json"]
    on_a_terminal(show).says("\x1b\\[31mbroken")
    on_a_terminal(show, NO_COLOR="1").says("^Gate  ").does_not_say("\x1b\\[3")
    report_tool("show", "red.json", "--color", "always", env={"NO_COLOR": "1"}).says("\x1b\\[31mbroken")


def test_a_row_waits_for_a_debugger(prefix, run, tmp_path):
    log = tmp_path / "waits.log"
    with log.open("wb") as out:
        row = "so-keepalive/set/on-off-on[family=ipv4,creation=socket]"
        waiting = prefix.start("run", row, "--wait-for-debugger", stdout=out, stderr=out)
    try:
        process = wait_until(
            lambda: re.search(
                r"^Process (\d+) waits until a debugger is attached", log.read_text(), re.MULTILINE
            ),
            10,
            log.read_text,
        )[1]
        assert "Gate" not in log.read_text()
        # winedbg attaches to the process that is named, and the row goes on.
        subprocess.run(
            [*prefix.wine, "winedbg", "--command", "cont", process],
            env=prefix.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        assert waiting.wait(120) == 0, log.read_text()
        assert "Rows          1: 1 pass" in log.read_text()
    finally:
        waiting.kill()
    run("so-keepalive/set", "--wait-for-debugger", code=2).says("expected a selector of one row")
