"""bash completes commands, options, their values, cases and requirements with the scripts that both programs
print. PowerShell's cannot be run here; it holds the same words."""

import re

import pytest

from conftest import call

PROGRAMS = {"suite": "_winsock_conformance", "tool": "_conformance_report"}


@pytest.fixture
def scripts(prefix, report_tool):
    return {
        (program, shell): (prefix.call if program == "suite" else report_tool)("completion", shell).out
        for program in PROGRAMS
        for shell in ("bash", "powershell")
    }


def test_bash_completes_the_last_word(scripts, tmp_path):
    for program in PROGRAMS:
        (tmp_path / program).write_text(scripts[program, "bash"])
    offers = [
        ("suite", "list", "winsock-conformance li"),
        ("suite", "--baseline", "winsock-conformance run --base"),
        ("suite", "failing", "winsock-conformance run --calls fa"),
        ("suite", "measured", "winsock-conformance run --require mea"),
        ("suite", "so-keepalive/set/on-off-on", "winsock-conformance run so-keepalive/set/on-o"),
        ("suite", "so-keepalive.boolean", "winsock-conformance explain so-keepalive.bool"),
        ("tool", "convert", "conformance-report conv"),
        ("tool", "markdown", "conformance-report convert --to mark"),
        ("tool", "matrix", "conformance-report schema mat"),
        ("tool", "diff", "conformance-report help di"),
        # A file where no word fits: nothing is offered, and bash looks for files itself.
        ("tool", "", "conformance-report show reports/x"),
    ]
    complete = '. "$1"; function=$2; shift 2; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); $function || true; '
    for program, expected, line in offers:
        said = call(
            "bash",
            "-c",
            complete + 'printf %s "${COMPREPLY[0]:-}"',
            "bash",
            tmp_path / program,
            PROGRAMS[program],
            *line.split(),
        )
        assert said.out == expected, line


def test_both_shells_get_the_same_words(scripts):
    # Those of the shells themselves.
    own = (
        "local|word|words|before|case|esac|in|mapfile|compgen|complete|bashdefault|default|param|"
        "line|cursor|values|given|fitting|if|else|elseif|exe|o|t|lt|like|le|new|rsion|w|f|exit|cho|"
        "fg|.*complet.*|register.*|foreach.*|where.*|[a-z]*object|native|_.*|winsock.*|"
        "conformance.*"
    )
    word = r"[a-z][a-z0-9-]*(?:/[a-z0-9-]+)+|[a-z-]+\.[a-z0-9-]+|--[a-z-]+|\b[a-z]+(?:-[a-z]+)*\b"
    for program in PROGRAMS:
        bash, powershell = (
            {one for one in re.findall(word, scripts[program, shell]) if not re.fullmatch(own, one)}
            for shell in ("bash", "powershell")
        )
        assert len(bash) > 40
        assert bash == powershell, program
