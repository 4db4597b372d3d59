"""Exit code, JUnit, CTRF, Markdown and annotations name the same rows as failed: of a run that is green, red,
without a baseline, with known deviations, and repeated. JUnit XML is valid by the schema of Jenkins' xUnit
plugin. A green and a red platform taken together keep all their tests and every failure."""

import re
from html import unescape

import pytest

from conftest import ROOT, SCRIPTS, call, read_json

SOME = ["so-keepalive/set", "so-keepalive/default", "so-keepalive/memory"]
BASELINES = ROOT / "reports/baselines"


class Forms:
    """One run in all its forms."""

    def __init__(self, path, suite, *arguments, mutation=""):
        self.report = path.with_suffix(".json")
        paths = {form: path.with_suffix(end) for form, end in ENDINGS.items()}
        run = suite.run(
            *arguments,
            "--report",
            self.report,
            *(word for form in paths for word in (f"--{form}", paths[form])),
            mutation=mutation,
            env={"GITHUB_ACTIONS": "true"},
        )
        self.code = run.code
        self.log = run.text
        self.text = {form: paths[form].read_text(encoding="utf-8") for form in paths}
        self.rows = read_json(self.report)["rows"]
        self.judgement = read_json(self.report)["judgement"]
        call("xmllint", "--noout", "--schema", SCRIPTS / "expectations/junit.xsd", paths["junit"])

    def number_of_failures(self):
        return len(re.findall(r"<(?:failure|error) ", self.text["junit"]))

    def tests_in_junit(self):
        """The rows that failed and the known deviations; a row is put together from its case and its
        parameters."""
        failed, known = set(), set()
        test = r'<testcase classname="([^"]*)" name="([^"]*)"[^>]*?(/>|>.*?</testcase>)'
        for case, name, rest in re.findall(test, self.text["junit"], re.DOTALL):
            case = case.split(".", 1)[1].replace(".", "/")
            parameters = without_repetition(unescape(name))
            row = case if parameters == "no parameters" else f"{case}[{parameters}]"
            if re.search("<(failure|error) ", rest):
                failed.add(row)
            if '<skipped type="known-deviation"' in rest:
                known.add(row)
        return failed, known


ENDINGS = {"junit": ".xml", "ctrf": ".ctrf.json", "markdown": ".md"}


def without_repetition(row):
    return re.sub(r" \(repetition \d+\)$", "", row)


def rows_in(label):
    """How many rows a group has: its label is one row, patterns of rows with their number, or the number
    alone."""
    number = re.search(r"(?:^|, )(\d+) rows?(?: of \d+ cases?)?$", label)
    return int(number[1]) if number else 1


def check_label(label, failed):
    if re.match(r"\d+ rows", label):
        return
    if rows_in(label) == 1:
        assert without_repetition(label) in failed
    else:
        assert label.split(", ")[0].split("[")[0] in {row.split("[")[0] for row in failed}


def check_junit_and_ctrf(forms):
    failed, known = forms.tests_in_junit()

    def count(name):
        return int(re.search(rf'<testsuites[^>]* {name}="(\d+)"', forms.text["junit"])[1])

    assert count("tests") == len(forms.rows)
    assert count("failures") + count("errors") == forms.number_of_failures()
    ctrf = read_json(forms.report.with_suffix(".ctrf.json"))["results"]
    by_status = {
        status: {test["name"] for test in ctrf["tests"] if test["status"] == status}
        for status in ("failed", "other")
    }
    assert len(ctrf["tests"]) == len({row["row"] for row in forms.rows}), "CTRF has every row once"
    assert ctrf["summary"]["failed"] == len(by_status["failed"])
    assert by_status == {"failed": failed, "other": known - failed}
    for test in ctrf["tests"]:
        repetitions = [row["verdict"] for row in forms.rows if row["row"] == test["name"]]
        assert test.get("retries", 0) == len(repetitions) - 1, test["name"]
        assert test.get("flaky", False) == (len(set(repetitions)) > 1), test["name"]


def check_markdown(forms):
    """It shows the first groups, and says how many rows there are."""
    failed, _ = forms.tests_in_junit()
    failures = forms.number_of_failures()
    markdown = forms.text["markdown"]
    counted = re.search(r"What breaks the gate: (\d+) rows?", markdown)
    assert (int(counted[1]) if counted else 0) == failures
    shown = markdown.split("<details>")[0]
    groups = re.findall(r"^\| [a-z-]+(?:, [a-z-]+)? \| `([^`]*)` \| ", shown, re.MULTILINE)
    for label in groups:
        check_label(label, failed)
    in_groups = sum(map(rows_in, groups))
    if re.search(r"^The first \d+ of \d+ groups are shown", markdown, re.MULTILINE):
        assert in_groups < failures
    else:
        assert in_groups == failures
    assert bool(re.search("^Gate: holds", markdown, re.MULTILINE)) == (failures == 0)


def check_annotations(forms):
    failed, _ = forms.tests_in_junit()
    pattern = r"^::error (?:file=[^,]*,line=\d+,)?title=([^:]*)::(.*?)$"
    annotations = re.findall(pattern, forms.log, re.MULTILINE)
    more = sum(
        int(found[1])
        for _, text in annotations
        if (found := re.match(r"(\d+) more rows? breaks? the gate", text))
    )
    labels = []
    for title, text in annotations:
        if title == "Winsock conformance":
            continue
        assert "%0Arerun: winsock-conformance run " in text
        labels.append(title.replace("%2C", ",").replace("%3A", ":").replace("%25", "%"))
        check_label(labels[-1], failed)
    assert sum(map(rows_in, labels)) + more == forms.number_of_failures()


def check_exit_code(forms):
    holds = forms.number_of_failures() == 0
    assert forms.code == (0 if holds else 1)
    if forms.judgement:
        assert forms.judgement["gate"] == ("holds" if holds else "broken")


@pytest.fixture(scope="module")
def forms_of(suite, tmp_path_factory):
    """Runs of that kind in all their forms, made when they are first asked for."""
    reference = ["--provider", suite.reference_provider]
    kinds = {
        "green": ([*SOME, *reference], ""),
        "red": ([*SOME, *reference], "set.short=succeed"),
        "without-baseline": ([*SOME, "ipproto-tcp"], ""),
        "known": ([*SOME, "ipproto-tcp", "--baseline", BASELINES], ""),
        "regression": ([*SOME, *reference, "--baseline", BASELINES], "set.short=succeed"),
        "repeated": (["so-keepalive/set", "--repeat", "3", "--jobs", "1", *reference], "get.ok=fail@nth:40"),
    }
    folder = tmp_path_factory.mktemp("forms")
    made = {}

    def make(kind):
        if kind not in made:
            arguments, mutation = kinds[kind]
            made[kind] = Forms(folder / kind, suite, *arguments, mutation=mutation)
        return made[kind]

    return make


@pytest.mark.parametrize(
    "kind, said, form",
    [
        ("green", 'failures="0" errors="0"', "junit"),
        ("red", '<failure type="fail"', "junit"),
        ("without-baseline", '<error type="inconclusive"', "junit"),
        ("known", '<skipped type="known-deviation" message="expected', "junit"),
        ("regression", '<failure type="fail"', "junit"),
        ("repeated", '"flaky": true', "ctrf"),
    ],
    ids=["green", "red", "without-baseline", "known", "regression", "repeated"],
)
def test_the_forms_agree(forms_of, kind, said, form):
    forms = forms_of(kind)
    assert said in forms.text[form]
    check_junit_and_ctrf(forms)
    check_markdown(forms)
    check_annotations(forms)
    check_exit_code(forms)


@pytest.mark.parametrize("form", ENDINGS)
def test_convert_writes_what_the_run_wrote(forms_of, report_tool, form):
    forms = forms_of("known")
    assert report_tool("convert", forms.report, "--baseline", BASELINES, "--to", form).out == forms.text[form]


def test_two_platforms_share_no_test(forms_of):
    """So that nothing red is hidden by something green of the same name."""

    def names(kind):
        return set(re.findall('<testcase (classname="[^"]*" name="[^"]*")', forms_of(kind).text["junit"]))

    assert not names("green") & names("known")
    assert names("green") == names("red")
