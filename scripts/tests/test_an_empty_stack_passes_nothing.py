"""Six stacks that implement nothing of keep-alive: every row that passes on one is on the list of
fixtures/reference_provider/empty_stacks.json, with the reason why passing is right, and nothing else is."""

from conftest import ROOT, read_json

STACKS = [
    "does-nothing",
    "writes-zeroes",
    "refuses-10022",
    "refuses-10042",
    "refuses-10045",
    "refuses-0",
]
DOCUMENTS = ["so-keepalive", "sio-keepalive-vals", "ipproto-tcp", "walk"]


def test_every_pass_has_a_reason(suite, tmp_path):
    groups = read_json(ROOT / "fixtures/reference_provider/empty_stacks.json")
    assert all(group["reason"] for group in groups)
    listed = {(stack, case) for group in groups for stack in group["stacks"] for case in group["cases"]}
    passed = set()
    # A row that could not be observed here shows nothing of its case.
    unobserved = set()
    for stack in STACKS:
        report = tmp_path / f"{stack}.json"
        suite.run(
            *DOCUMENTS,
            "--provider",
            suite.reference_provider,
            "--report",
            report,
            code=1,
            env={"STACK": stack},
        )
        for row in read_json(report)["rows"]:
            if row["verdict"] == "pass":
                passed.add((stack, row["case"]))
            if row["unobserved"]:
                unobserved.add((stack, row["case"]))
    assert passed - listed == set(), "these pass without a reason"
    assert listed - passed - unobserved == set(), "these are listed, and no longer pass"
