"""Every selector that a page names is one of today's cases, every link leads to a file, and README.md is
short and shows a case as its source has it."""

import re

from conftest import ROOT

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


def text_of(path):
    return path.read_text(encoding="utf-8")


def test_every_selector_is_a_case(prefix):
    documents = [path.stem.replace("_", "-") for path in (ROOT / "suites/requirements").glob("*.json")]
    pattern = rf"`((?:{'|'.join(documents)}|walk)(?:/[a-z0-9-]+)*)`"
    selectors = {selector for page in PAGES for selector in re.findall(pattern, text_of(page))}
    assert selectors
    prefix.call("list", *sorted(selectors))


def test_every_link_leads_to_a_file():
    links = [
        (page, link.split("#")[0])
        for page in PAGES
        for link in re.findall(r"\]\(([^)#: ]+(?:#[a-z0-9-]+)?)\)", text_of(page))
    ]
    assert len(links) > 40
    for page, link in links:
        assert (page.parent / link).exists(), f"{page.name}: there is no {link}"


def test_the_readme_is_short_and_shows_a_real_case():
    readme = text_of(ROOT / "README.md")
    assert readme.count("\n") <= 150
    source = re.search(r"^<!-- The text of ([^;]*);", readme, re.MULTILINE)[1]
    shown = re.search(r"```cpp\n(.*?)```", readme, re.DOTALL)[1]
    assert len(shown) > 100
    assert shown in text_of(ROOT / source)
