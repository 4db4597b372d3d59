"""The selectors that a program relies on are compared over platforms: compare --uses FILE. Each file under
reports/uses can be compared."""

import pytest

from conftest import ROOT, read_json


@pytest.fixture
def uses(tmp_path):
    def write(name, text):
        (tmp_path / name).write_bytes(text.encode())
        return tmp_path / name

    return write


def test_a_break_is_shown_by_platform(sanitized_report_tool, real_reports, uses):
    mine = uses(
        "mine.txt",
        "# a comment\nso-keepalive.efault-short-optlen  a short length is an error\n"
        "so-keepalive.set  it is set\n",
    )
    compared = sanitized_report_tool("compare", "--uses", mine, real_reports, code=1).says("^mine relies on$")
    platform = "^Wine 8.0 as Windows 10, reference_provider.dll, x64"
    compared.says(f"{platform} +holds +holds").says(f"{platform} +breaks +holds")
    compared.says(r"optlen-shorter-than-dword\[family=\*,optlen=3\]")
    compared.says(r"expected SOCKET_ERROR/WSAEFAULT \(10014\).*, got 0")
    sanitized_report_tool("compare", "--uses", mine, real_reports / "trixie-win7-good.json")


@pytest.mark.parametrize(
    "name, text, said",
    [
        (
            "wrong.json",
            '{"name": "x", "relies_on": [{"selector": "so-keepalive.no-such", "why": "y"}]}',
            r"relies_on\[0\]: expected a selector",
        ),
        (
            "wrong.txt",
            "\ufeffso-keepalive.set  why\n\t\nso-keepalive/set/x[\n",
            "wrong.txt: line 3: expected a selector",
        ),
        ("no-reason.txt", "so-keepalive.set", "no-reason.txt"),
    ],
)
def test_a_wrong_use_gets_one_line(sanitized_report_tool, real_reports, uses, name, text, said):
    sanitized_report_tool("compare", "--uses", uses(name, text), real_reports, code=2).is_one_line().says(
        said
    )


@pytest.mark.parametrize("path", sorted((ROOT / "reports/uses").iterdir()), ids=lambda path: path.name)
def test_a_use_of_this_project_can_be_compared(report_tool, cached_run, validate, tmp_path, path):
    report = cached_run("bookworm", "win10")
    compared = report_tool("compare", "--uses", path, report, "--format", "json", code=(0, 1))
    (tmp_path / "compare.json").write_text(compared.out, encoding="utf-8")
    validate(ROOT / "reports/schema/compare.schema.json", tmp_path / "compare.json")
    assert read_json(tmp_path / "compare.json")
