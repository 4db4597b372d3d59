"""SIGKILL of the supervisor: its workers end with it, and its journal is enough to finish the run."""

from conftest import processes, read_json, wait_until

# One row hangs for the 10 s that a row has. It is one alone, so that another worker has results to give
# meanwhile, whatever the order of the rows.
ROWS = "so-keepalive/boolean/other-than-zero-is-true[family=ipv4]"


def test_workers_end_and_the_journal_is_enough(suite, prefix, tmp_path):
    report = tmp_path / "report.json"
    journal = tmp_path / "report.json.journal"

    def programs():
        return processes(prefix, r"winsock-conformance\.exe.*(run|worker)")

    assert not programs(), "another run is under way"
    out = (tmp_path / "out").open("w")
    supervisor = prefix.start(
        "run",
        ROWS,
        "--provider",
        suite.misbehaving_provider,
        "--report",
        report,
        environment={"MISBEHAVIOUR": "hang"},
        stdout=out,
        stderr=out,
    )
    wait_until(
        lambda: journal.exists() and '\n{"row":' in journal.read_text() and len(programs()) >= 2,
        30,
        (tmp_path / "out").read_text,
    )
    supervisor.kill()
    supervisor.wait()
    wait_until(lambda: not programs(), 10, lambda: "a worker outlived its supervisor")
    assert not report.exists(), "there is a report of a run that was killed"

    prefix.call("run", "--resume", journal, code=1)
    resumed = read_json(report)
    assert resumed["run"]["complete"]
    assert len(resumed["rows"]) == prefix.call("list", ROWS).out.count("value=")
