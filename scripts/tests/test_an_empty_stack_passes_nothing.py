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
DOCUMENTS = ("so-keepalive/", "sio-keepalive-vals/", "ipproto-tcp/")
# Of the twelve walks of each network: all fail, and shortening each takes seconds.
SEEDS = ("seed=1]", "seed=2]")


def names_of_tried(rows):
    """A case that has rows with IPv4 passes on an empty stack with IPv6 where it passes with IPv4."""
    family = lambda row: row["parameters"].get("family")
    with_ipv4 = {row["case"] for row in rows if family(row) == "ipv4"}
    return [
        row["row"]
        for row in rows
        if row["row"].startswith(DOCUMENTS) or (row["row"].startswith("walk[") and row["row"].endswith(SEEDS))
        if not row["only_when_named"] and (family(row) != "ipv6" or row["case"] not in with_ipv4)
    ]


def test_every_pass_has_a_reason(suite, prefix, tmp_path):
    groups = read_json(ROOT / "fixtures/reference_provider/empty_stacks.json")
    assert all(group["reason"] for group in groups)
    listed = {(stack, case) for group in groups for stack in group["stacks"] for case in group["cases"]}
    passed = set()
    # A row that could not be observed here shows nothing of its case.
    unobserved = set()
    tried = names_of_tried(json.loads(prefix.call("list", "--json").out))
    variants = tmp_path / "variants.json"
    variants.write_text(
        json.dumps([{"selectors": tried, "environment": {"STACK": stack}} for stack in STACKS])
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
