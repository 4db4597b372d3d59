"""The matrix page in headless Chromium, and the other forms by other people's readers: of real reports, and
of one whose every text means harm."""

import re
import shutil

import pytest

from conftest import IS_ROOT, ROOT, SCRIPTS, call


@pytest.fixture
def page(tmp_path, monkeypatch):
    """The page's tests, which are of its own language, with their packages."""
    folder = tmp_path / "page"
    shutil.copytree(ROOT / "reports/page/tests", folder)
    monkeypatch.chdir(folder)
    call("npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund")
    return folder


def test_the_page_and_the_forms(cached_run, report_tool, sanitized_report_tool, page):
    samples = [cached_run("bookworm", "win10"), cached_run("trixie" if IS_ROOT else "bookworm", "win10")]
    (page / "hostile.json").write_text(call("node", "hostile.js", samples[0]).out, encoding="utf-8")
    call("node", SCRIPTS / "lib/bench-reports.mjs", samples[0], "hundred", 100, 300)
    report_tool("matrix", "hundred/*.json", "--output", "many.html")
    shutil.rmtree(page / "hundred")
    report_tool("matrix", *samples, "--baseline", ROOT / "reports/baselines", "--output", "matrix.html")
    sanitized_report_tool("matrix", "hostile.json", "--output", "hostile.html")
    for form, ending in {"junit": "xml", "ctrf": "json", "markdown": "md"}.items():
        sanitized_report_tool("convert", "hostile.json", "--to", form, "--output", f"hostile-{form}.{ending}")
    sanitized_report_tool("matrix", "hostile.json", "--output", "hostile.csv")
    sanitized_report_tool("matrix", "hostile.json", "--output", "hostile.md")
    call("xmllint", "--noout", "hostile-junit.xml")
    call(
        "node",
        "forms.js",
        "hostile-ctrf.json",
        "hostile-junit.xml",
        "hostile-markdown.md",
        "hostile.csv",
        "hostile.md",
    )
    # A terminal would obey none of it.
    shown = (
        sanitized_report_tool("show", "hostile.json").out
        + sanitized_report_tool("diff", "hostile.json", samples[0], code=(0, 1)).out
    )
    assert not re.search(r"[\x01-\x09\x0b-\x1f\x7f]", shown)
    call(
        "node",
        "matrix.js",
        "matrix.html",
        "many.html",
        "hostile.html",
        page,
        env={"CHROMIUM": shutil.which("chromium")},
    )
