"""On a platform that nobody has measured, the first run says "new" and ends with 1 and the command that
adopts it; adopted, the second run is green, and a later difference is a regression."""

import pytest


@pytest.fixture
def baselines(tmp_path):
    (tmp_path / "mine").mkdir()
    return tmp_path / "mine"


@pytest.fixture
def run(suite, baselines, tmp_path):
    """A run against those baselines that ends with this exit code."""

    def run_it(code, *arguments, **options):
        cases = ["so-keepalive/set", "so-keepalive/get", "so-keepalive/level"]
        return suite.run(
            *cases,
            *arguments,
            "--baseline",
            baselines,
            "--report",
            tmp_path / "report.json",
            code=code,
            **options
        )

    return run_it


def content(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_the_system_winsock_is_adopted(run, baselines):
    first = run(1).says("^[a-z-]*, new  ").says("^Not measured").says("--update")
    first.does_not_say("^regression")
    run(1, "--update", "--dry-run").says("^added")
    assert not content(baselines), "--dry-run wrote a baseline"
    run(0, "--update").says("^added")
    adopted = content(baselines)
    assert len(adopted) == 1
    run(0).says("known-deviation").does_not_say("^new")
    run(0, "--update").says("No entry of the baseline changes")
    assert content(baselines) == adopted


def test_another_dll_is_another_platform(suite, run):
    provider = ["--provider", suite.reference_provider]
    run(0, "--update")
    run(1, *provider, mutation="set.short=succeed").says("^[a-z-]*, new  ")
    run(0, *provider, "--update", mutation="set.short=succeed")
    run(0, *provider, mutation="set.short=succeed")
    regressed = run(1, *provider, mutation="set.ok=error:10022").says("^[a-z-]*, regression  ")
    regressed.says("so-keepalive/set/on-off-on").says(r"got SOCKET_ERROR/WSAEINVAL \(10022\)")
    run(0)
