"""Every form of JSON that the programs write is valid by the schema that they print, for ajv; and that schema
is the file under reports/schema. (A comparison by uses: test_what_changed_is_shown_with_its_time.)"""

import json
import shutil

import pytest

from conftest import ROOT, read_json

FORMS = ["list", "facts", "diff", "matrix", "history", "report"]


@pytest.fixture
def reports(prefix, tmp_path):
    """Of kernel, wire, options and walks alike; not the whole suite, which takes minutes in a build with
    sanitizers. The second differs in its reasons; the third has few rows."""
    first = tmp_path / "first.json"
    prefix.call(
        "run",
        "so-keepalive/set",
        "so-keepalive/connecting",
        "ipproto-tcp/ranges",
        "so-keepalive/wire",
        "wsk-so-keepalive/set",
        "--report",
        first,
        code=(0, 1),
    )
    report = read_json(first)
    for row in report["rows"]:
        if row["verdict"] == "inconclusive" and not row["unobserved"]:
            row["reason"] += "!"
    (tmp_path / "other.json").write_text(json.dumps(report))
    few = tmp_path / "few.json"
    prefix.call("run", "so-keepalive/set/on-off-on", "walk", "--report", few, code=(0, 1))
    return first, tmp_path / "other.json", few


@pytest.mark.parametrize("name", [*FORMS, "compare"])
def test_the_programs_print_the_schema(prefix, sanitized_report_tool, name):
    schema = (ROOT / f"reports/schema/{name}.schema.json").read_text(encoding="utf-8")
    assert sanitized_report_tool("schema", name).out == schema
    assert prefix.call("schema", name).out == schema


def test_the_forms_fit(prefix, sanitized_report_tool, reports, validate, tmp_path):
    first, other, few = reports
    made = tmp_path / "made"
    made.mkdir()

    def write(name, said):
        (made / name).write_text(said.out, encoding="utf-8")

    write("list", prefix.call("list", "--json"))
    write("facts", prefix.call("facts", "--json"))
    write("diff", sanitized_report_tool("diff", first, other, "--format", "json", code=(0, 1)))
    write("few.diff", sanitized_report_tool("diff", few, first, "--format", "json", code=(0, 1)))
    write("history", sanitized_report_tool("history", first, few, "--format", "json", code=(0, 1)))
    sanitized_report_tool(
        "matrix", first, few, "--baseline", ROOT / "reports/baselines", "--output", made / "matrix.json"
    )
    (made / "matrix.json").rename(made / "matrix")
    shutil.copy(first, made / "report")
    for name in FORMS:
        validate(ROOT / f"reports/schema/{name}.schema.json", made / name)
    validate(ROOT / "reports/schema/diff.schema.json", made / "few.diff")
    sanitized_report_tool("check", first, few)

    difference = read_json(made / "diff")["counts"]
    assert difference["changed"] > 0 and difference["appeared"] == 0
    # Rows that one report has are in the JSON; for a person they are one line.
    difference = read_json(made / "few.diff")
    assert difference["counts"]["appeared"] > 100 and len(difference["rows"]) > 100
    text = sanitized_report_tool("diff", few, first, code=(0, 1)).says("^only new  [0-9]* rows of ")
    assert text.out.count("\n") < 60
