"""On a provider and a Winsock Kernel that behave as documented every row passes or does not apply, posing as
Windows 10 and as XP x64: on the newer Wine, because scripts/mutation-test demands the same of the older one,
where the wire is not the provider's; and without root, which the newer one needs, on the older one."""

import pytest

from conftest import IS_ROOT, read_json

pytestmark = [pytest.mark.timed, pytest.mark.xdist_group("computes")]


def is_of_the_system(row, wine_version):
    """The wire is the doing of the system below: Wine 8.0 has no number of probes to set, and both round to
    whole seconds."""
    if row["wire"] is None:
        return False
    return wine_version.startswith("8.") or "=1500]" in row["row"] or "=500]" in row["row"]


def is_not_observed(row):
    return row["unobserved"] in ("version", "choice") or row["reason"].startswith(
        (
            # Only root can watch it at all.
            "needs packet-observation",
            # The contents of Wsk.h are seen with the Windows Driver Kit alone.
            "this driver was compiled with declarations of its own",
        )
    )


@pytest.mark.parametrize("windows", ["winxp64", "win10"])
def test_every_row_passes(suite, tmp_path, windows):
    report = tmp_path / "report.json"
    suite.run(
        "--wine",
        "trixie" if IS_ROOT else "bookworm",
        "--windows",
        windows,
        "--provider",
        suite.reference_provider,
        "--wsk-driver",
        suite.driver,
        "--wsk-provider",
        "reference",
        "--report",
        report,
    )
    report = read_json(report)
    wine_version = report["environment"]["os"]["wine_version"]
    others = [
        f"{row['row']}: {row['verdict']} {row['reason']}"
        for row in report["rows"]
        if row["verdict"] not in ("pass", "not-applicable", "recorded")
        and not is_of_the_system(row, wine_version)
        and not is_not_observed(row)
    ]
    assert not others
