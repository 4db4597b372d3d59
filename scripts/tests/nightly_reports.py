"""Of real reports WINE-WINDOWS-KIND.json those of many nights: each is one of them with another version of
the system, day, run and suite. `write_nights` lists the events in them."""

import json

LATER = {"version": "2.0.0", "commit": "bbbbbbbbbbbb"}
# Rows of a later suite.
LATER_ROWS = "so-keepalive/default"


class Nights:
    """Writes reports, the one with the number 1 as 0000000000000001.json."""

    def __init__(self, real, folder):
        self.real = real
        self.folder = folder
        self.number = 0

    def add(self, name, ubr, day, suite=None, provider=None, without=None):
        report = json.loads((self.real / f"{name}.json").read_text(encoding="utf-8"))
        self.number += 1
        report["environment"]["os"]["ubr"] = ubr
        report["run"]["started"] = f"2026-{1 + day // 28:02}-{1 + day % 28:02}T03:00:00Z"
        report["run"]["id"] = f"{self.number:016x}"
        report["suite"].update(suite or {"version": "1.0.0", "commit": "aaaaaaaaaaaa"})
        if provider:
            report["environment"]["provider"]["path"] = provider
        if without:
            report["rows"] = [row for row in report["rows"] if not row["row"].startswith(without)]
        (self.folder / f"{report['run']['id']}.json").write_text(json.dumps(report), encoding="utf-8")


def write_nights(real, folder):
    folder.mkdir()
    nights = Nights(real, folder)
    # A change: from 3593 on a short optlen is accepted.
    for day in range(12):
        nights.add(
            "bookworm-win10-good" if day < 6 else "bookworm-win10-short", 3447 if day < 6 else 3593, day
        )
    # A change and its return, over three versions; some rows are of a later suite.
    for day in range(12):
        kind = "short" if 4 <= day < 8 else "good"
        nights.add(f"bookworm-win7-{kind}", 100 * (1 + day // 4), day, without=LATER_ROWS)
    # Flicker: one version, now and then another answer.
    for day in range(12):
        nights.add("trixie-win10-short" if day in (3, 8) else "trixie-win10-good", 700, day)
    for day in range(4):
        nights.add("trixie-win7-good", 50, day, without=LATER_ROWS)
    for day in range(4, 8):
        nights.add("trixie-win7-good", 50, day, suite=LATER)
    # On another provider the same system answers differently since a later suite tests it.
    for day in range(8):
        kind, suite = ("short", LATER) if day >= 4 else ("good", None)
        nights.add(f"trixie-win7-{kind}", 50, day, provider="C:\\other.dll", suite=suite)
    return nights.number
