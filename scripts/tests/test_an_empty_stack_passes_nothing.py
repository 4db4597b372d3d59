"""Six stacks that implement nothing of keep-alive: every row that passes on one is on the list of
fixtures/reference_provider/empty_stacks.json, with the reason why passing is right, and nothing else is."""

import json

from conftest import ROOT, read_json

STACKS = [
    "does-nothing",
    "writes-zeroes",
    "refuses-10022",
    "refuses-10042",
    "refuses-10045",
    "refuses-0",
]
# Two walks of each network: all twelve fail, and shortening each takes seconds.
SELECTORS = ["so-keepalive", "sio-keepalive-vals", "ipproto-tcp", "walk[seed=1]", "walk[seed=2]"]


def test_every_pass_has_a_reason(suite, tmp_path):
    groups = read_json(ROOT / "fixtures/reference_provider/empty_stacks.json")
    assert all(group["reason"] for group in groups)
    listed = {(stack, case) for group in groups for stack in group["stacks"] for case in group["cases"]}
    passed = set()
    # A row that could not be observed here shows nothing of its case.
    unobserved = set()
    variants = tmp_path / "variants.json"
    variants.write_text(
        json.dumps([{"selectors": SELECTORS, "environment": {"STACK": stack}} for stack in STACKS])
    )
    report = tmp_path / "report.json"
    suite.run("--variants", variants, "--provider", suite.reference_provider, "--report", report, code=1)
    rows = read_json(report)["rows"]
    assert {row["repetition"] for row in rows} == set(range(1, len(STACKS) + 1))
    for row in rows:
        stack = STACKS[row["repetition"] - 1]
        if row["verdict"] == "pass":
            passed.add((stack, row["case"]))
        if row["unobserved"]:
            unobserved.add((stack, row["case"]))
    assert passed - listed == set(), "these pass without a reason"
    assert listed - passed - unobserved == set(), "these are listed, and no longer pass"
