"""Wine posing as every Windows from 2000 to 11 gives reports whose version, applicability and name are right:
the older ones in a 32-bit Wine, 11 in a newer one, which need root to be unpacked."""

import re

import pytest

from conftest import ROOT, needs_root, read_json

# One cheap case of each kind: for every version, from Vista on, from 10.0.16299 on, the kernel's, and one
# that holds differently before and after.
CASES = [
    "so-keepalive/set/on-off-on",
    "so-keepalive/failure",
    "ipproto-tcp/keepidle",
    "wsk-so-keepalive/since-vista",
    "ipproto-tcp/defaults",
    "so-keepalive/connecting",
]
POSES = [
    ("bookworm", "winxp64", "Windows XP x64", "5.2"),
    ("bookworm", "win2003", "Windows Server 2003", "5.2"),
    ("bookworm", "vista", "Windows Vista", "6.0"),
    ("bookworm", "win7", "Windows 7", "6.1"),
    ("bookworm", "win8", "Windows 8", "6.2"),
    ("bookworm", "win81", "Windows 8.1", "6.3"),
    ("bookworm", "win10", "Windows 10", "10.0"),
    # The older Wine does not know 11.
    ("trixie", "win11", "Windows 11", "10.0"),
    ("bookworm-i386", "win2k", "Windows 2000 Professional", "5.0"),
    ("bookworm-i386", "winxp", "Windows XP", "5.1"),
    ("bookworm-i386", "win2003", "Windows Server 2003", "5.2"),
    ("bookworm-i386", "win10", "Windows 10", "10.0"),
]


def numbers(text):
    return [int(number) for number in text.split(".")]


@pytest.fixture(scope="module")
def requirements():
    documents = (ROOT / "suites/requirements").glob("*.json")
    return {
        requirement["id"]: requirement
        for document in documents
        if document.name != "not_yet_covered.json"
        for requirement in read_json(document)["requirements"]
    }


def applies(requirement, version):
    """A version names all builds that begin with it: "5.2" is before 6.0 and after none of its own builds."""
    since, until = requirement.get("from"), requirement.get("until")
    return (not since or version >= numbers(since)) and (
        not until or version[: len(numbers(until))] <= numbers(until)
    )


def check_row(row, version, requirements):
    """It applies exactly where a requirement of its does."""
    name, verdict, reason = row["row"], row["verdict"], row["reason"]
    if not any(applies(requirements[one], version) for one in row["requirements"]):
        assert verdict == "not-applicable", name
    elif verdict == "inconclusive" and row["unobserved"] == "version":
        assert re.match(r"cannot be observed before .*\([\d.]+\)", reason), f"{name}: {reason}"
    elif verdict == "not-applicable":
        # A row may be about a value that came later than its requirement; its reason has the version.
        later = re.match(r"the row applies from .*?\(([\d.]+)\)", reason)
        assert later and version < numbers(later[1]), f"{name} applies, and is not run: {reason}"


@pytest.mark.parametrize(
    "debian, windows, product, nt",
    [
        pytest.param(*pose, marks=[] if pose[0] == "bookworm" else needs_root, id=f"{pose[0]}-{pose[1]}")
        for pose in POSES
    ],
)
def test_a_windows_is_identified(suite, report_tool, requirements, tmp_path, debian, windows, product, nt):
    suite.run("--wine", debian, "--windows", windows, *CASES, "--report", tmp_path)
    (path,) = tmp_path.iterdir()
    report = read_json(path)
    system = report["environment"]["os"]
    version = [system["nt_version"]["major"], system["nt_version"]["minor"], system["build"]]
    architecture = "x86" if debian == "bookworm-i386" else "x64"
    assert version[:2] == numbers(nt)
    assert system["product"] == product
    assert report["environment"]["architecture"]["process"] == architecture
    wine = "10.0" if debian == "trixie" else "8.0"
    display = system["display_version"] or ""
    name = f"Wine {wine} as {product} {display} {'.'.join(map(str, version))} {architecture}"
    assert path.name == re.sub("[^a-z0-9.]+", "-", name.lower()) + ".json"
    for row in report["rows"]:
        check_row(row, version, requirements)
    assert any(row["verdict"] != "not-applicable" for row in report["rows"])
    report_tool("matrix", path, "--output", tmp_path / "matrix.csv")
