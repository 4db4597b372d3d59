"""Posing as XP, Server 2003, 7 and 10, Wine 8.0 gives the verdicts that were measured by hand and
independently of the suite, the requirements for other versions do not apply, and every report is valid for
ajv."""

import pytest

from conftest import ROOT, read_json

VERSIONS = {"winxp64": (5, 2), "win2003": (5, 2), "win7": (6, 1), "win10": (10, 0)}
SIO = "sio-keepalive-vals/"

# Verdict, answer, and parts of the row's name; in both families.
ALWAYS = [
    ("pass", "", "set/optlen-shorter", "optlen=0]"),
    ("fail", "0", "set/optlen-shorter", "optlen=1]"),
    ("fail", "0", "set/optlen-shorter", "optlen=2]"),
    ("fail", "0", "set/optlen-shorter", "optlen=3]"),
    ("fail", "WSAENOBUFS", "set/optlen-shorter", "optlen=-1]"),
    ("pass", "", "get/optlen-shorter", "optlen=0]"),
    ("pass", "", "get/optlen-shorter", "optlen=-1]"),
    ("fail", "optlen 1", "get/reports-the-size"),
    ("fail", "stored 0", "boolean/other-than-zero", "value=0x100]"),
    ("pass", "", "boolean/other-than-zero", "value=1]"),
    ("fail", "0", "so-keepalive/unsupported/datagram", "call=set"),
    ("fail", "0", "so-keepalive/unsupported/datagram", "call=get"),
    ("pass", "", "level/unknown-level"),
    ("pass", "", "default/new-socket"),
    ("pass", "", "default/connected"),
    ("pass", "", "default/accepted-from-off"),
    ("pass", "", "connect/leaves-the-default", "function=ConnectEx"),
    ("fail", "WSAENOTSOCK", "so-keepalive/not-initialised", "before-WSAStartup"),
    ("inconclusive", "", "connect/set-before", "WSAConnectByList"),
    ("pass", "", SIO + "input/shorter-than-tcp-keepalive"),
    ("pass", "", SIO + "input/at-least-tcp-keepalive"),
    ("pass", "", SIO + "input/misaligned"),
    ("pass", "", SIO + "memory/input", "memory=null"),
    ("fail", "WSAEINVAL", SIO + "other-sockets/datagram", "value=1]"),
    ("fail", "0", SIO + "other-sockets/datagram", "value=0]"),
    ("fail", "0", SIO + "output/size-other-than-zero"),
    ("pass", "", SIO + "overlapped/signals-its-completion"),
    ("pass", "", SIO + "completion-routine/runs-once"),
    ("pass", "", SIO + "bytes-returned/becomes-zero"),
    ("not-applicable", "", SIO + "pending/"),
    ("pass", "", SIO + "times/ordinary"),
    ("inconclusive", "", SIO + "wspioctl/"),
]
BEFORE_VISTA = [
    ("inconclusive", "", "default/times"),
    ("pass", "", "connecting/set-is-allowed["),
    ("not-applicable", "", "connecting/set-is-refused["),
    ("not-applicable", "", "ipproto-tcp/keepalive/reads-what-was-set"),
]
SINCE_VISTA = [
    ("not-applicable", "", "connecting/set-is-allowed["),
    ("fail", "0", "connecting/set-is-refused["),
    ("fail", "WSAENOPROTOOPT", "ipproto-tcp/keepalive/reads-what-was-set"),
]
BEFORE_WINDOWS_10 = [
    ("not-applicable", "", "ipproto-tcp/keepcnt/reads-what-was-set"),
    ("pass", "", "ipproto-tcp/unsupported/keepcnt-before-its-build"),
]
WINDOWS_10 = [
    ("inconclusive", "", "default/times"),
    ("inconclusive", "", SIO + "per-connection/times"),
    ("fail", "WSAENOPROTOOPT", "ipproto-tcp/keepcnt/reads-what-was-set"),
    ("not-applicable", "", "ipproto-tcp/unsupported/keepcnt-before-its-build"),
]


def measured(version):
    return [
        *ALWAYS,
        *(BEFORE_VISTA if version < (6, 0) else SINCE_VISTA),
        *(BEFORE_WINDOWS_10 if version < (10, 0) else WINDOWS_10),
    ]


@pytest.mark.parametrize("windows", VERSIONS)
def test_the_answers_are_those_measured(cached_run, validate, windows):
    path = cached_run("bookworm", windows)
    report = read_json(path)
    version = VERSIONS[windows]
    system = report["environment"]["os"]
    assert (system["nt_version"]["major"], system["nt_version"]["minor"]) == version
    assert system["wine_version"].startswith("8.")
    assert report["run"]["complete"]
    for verdict, actual, *parts in measured(version):
        rows = [row for row in report["rows"] if all(part in row["row"] for part in parts)]
        assert rows, parts
        for row in rows:
            assert row["verdict"] == verdict, row["row"]
            assert actual in row["actual"], row["row"]
    verdicts = {requirement["id"]: requirement["verdict"] for requirement in report["requirements"]}
    before, since = ("pass", "not-applicable") if version < (6, 0) else ("not-applicable", "fail")
    assert verdicts["so-keepalive.default-off"] == "pass"
    assert verdicts["so-keepalive.transitional-allowed"] == before
    assert verdicts["so-keepalive.einval-transitional"] == since
    validate(ROOT / "reports/schema/report.schema.json", path, by="validate.js")
