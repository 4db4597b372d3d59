"""Runs of the suite on a mutated provider."""

import json
import os
import subprocess
import sys
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from prefix import BUILD, Prefix

from .catalogue import Met, Mutation

PROVIDER = BUILD / "mingw-x64/fixtures/reference_provider/reference_provider.dll"
DRIVER = BUILD / "mingw-x64/fixtures/wsk_probe/wsk_probe_on_wine.sys"
# Runs at the same time: most of a run's time it waits, for processes to start and for what never comes.
AT_ONCE = 6 * (os.cpu_count() or 1)
# Of those that watch the wire, where more would leave the machine too busy to measure times.
WIRE_AT_ONCE = AT_ONCE // 2
# A worker takes so many mutations one after another; more would leave nothing for the others at the end.
CALLS_PER_RUN = 12
# Rows that watch the wire wait for seconds, all of a run at once.
WIRE_PER_RUN = 4
SOME_WALKS = "walk[family=ipv4]"
# The number of rows that a mutation meets first where something is missing.
FEW = 3
# Where there are no more, only the rows that they meet run without a mutation.
FEW_MUTATIONS = 10


def case_of(row):
    return row["row"].split("[")[0]


def is_failed(row):
    return row["verdict"] in ("fail", "crash", "timeout")


def is_inconclusive(row):
    return row["verdict"] in ("inconclusive", "not-run", "not-measured")


class Runs:
    """All runs of one configuration. `seen` is what came of them."""

    def __init__(self, configuration, catalogue, folder, met):
        self.configuration = configuration
        self.catalogue = catalogue
        self.folder = folder
        self.met = met
        self.seen = {"reference": [], "runs": []}
        self._numbers = iter(range(1 << 30))
        self._lock = threading.Lock()

    def run_all(self, caught_on_win10):
        """Runs the reference without a mutation, and with each. `caught_on_win10` is what runs on win10 saw,
        for a restricted configuration."""
        with Prefix(
            self.configuration.debian, self.configuration.pose, self.configuration.namespace
        ) as self.prefix:
            self._read_rows()
            waiting = self.catalogue.on("win10" if self.configuration.restricted else self.configuration.name)
            at_once = WIRE_AT_ONCE if self.configuration.watches_wire else AT_ONCE
            with ThreadPoolExecutor(at_once) as pool:
                reference = pool.submit(self._run_reference, waiting)
                if self.configuration.restricted:
                    waiting = self._observable(caught_on_win10, reference.result())
                self._deal(pool, waiting)
                reference.result()
                if self.configuration.restricted:
                    self._run_survivors_again(pool, waiting)
                elif self.configuration.watches_wire:
                    self._run_unseen_again(pool, waiting)
                elif self._some_rows_first:
                    self._run_all_rows(pool, waiting)
        return self.seen

    def _deal(self, pool, waiting):
        # What never comes is waited for to the end: it begins first.
        waiting = sorted(
            waiting,
            key=lambda one: not any(
                word in one.text for word in ("never", "blocks", "late", "wrong", "other")
            ),
        )
        size = (
            1
            if self.configuration.kernel
            else WIRE_PER_RUN
            if self.configuration.watches_wire
            else max(1, min(CALLS_PER_RUN, len(waiting) // AT_ONCE))
        )
        # Dealt, so that those that take long are not in one run.
        count = -(-len(waiting) // size) if waiting else 0
        for done in [pool.submit(self._run_mutations, waiting[i::count]) for i in range(count)]:
            done.result()

    def _run_survivors_again(self, pool, waiting):
        """Runs every row that might catch it, where the few that ran have not."""
        # The same rows once more would be a second chance.
        self._run_again(
            pool,
            [
                Mutation(one.text, one.configuration, one.breaks, one.all_expected)
                for one in waiting
                if one.text in self._survivors(any) and set(one.all_expected) != set(one.expected)
            ],
        )

    def _run_all_rows(self, pool, waiting):
        """Runs all rows of what a mutation breaks, where the first ones have not caught it, and the walks. A
        walk takes as long as some thirty rows, and one that fails is shortened."""
        survivors = self._survivors(all)
        first = {run["mutation"]: run["failed"] for run in self.seen["runs"] if run["mutation"] in survivors}
        walks = lambda mutation: [SOME_WALKS] if mutation.between_calls else []
        self._run_again(
            pool,
            [
                replace(one, expected=[*self._names_of(one.breaks), *walks(one)])
                for one in waiting
                if one.text in survivors
            ],
            quietly=True,
        )
        for run in self.seen["runs"]:
            run["failed"].extend(row for row in first.get(run["mutation"], []) if row not in run["failed"])

    def _run_unseen_again(self, pool, waiting):
        """Runs the rows once more where one was inconclusive, which is no answer: segments get lost on a busy
        machine."""
        unseen = {run["mutation"] for run in self.seen["runs"] if run["inconclusive"]}
        self._run_again(pool, [one for one in waiting if one.text in self._survivors(all) & unseen])

    def _survivors(self, all_or_any):
        """The mutations that are not caught for all, or for any, of what they break."""
        return {
            run["mutation"]
            for run in self.seen["runs"]
            if not all_or_any(any(id in row["requirements"] for row in run["failed"]) for id in run["breaks"])
        }

    def _run_again(self, pool, mutations, quietly=False):
        again = {one.text for one in mutations}
        if again and not quietly:
            print(f"{self.configuration.name}: again: {', '.join(sorted(again))}", file=sys.stderr)
        self.seen["runs"] = [run for run in self.seen["runs"] if run["mutation"] not in again]
        self._deal(pool, mutations)

    def _read_rows(self):
        listing = self.prefix.start("list", "--json", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        rows = json.loads(listing.communicate()[0])
        # The system under the reference provider rounds to whole seconds.
        is_rounded = lambda row: any(
            int(row["parameters"].get(name, 0)) % 1000 != 0 for name in ("keepalivetime", "keepaliveinterval")
        )
        watches = lambda row: any(name.startswith("packet-observation") for name in row["needs"])
        of = self.configuration
        self.rows = [
            row
            for row in rows
            if ("wsk-driver" in row["needs"]) == of.kernel
            and watches(row) == of.watches_wire
            and (not row["only_when_named"] or of.kernel)
            and not is_rounded(row)
            and not all(map(self.catalogue.without_mutations, row["requirements"]))
        ]
        # These run in a process of their own.
        self.alone = {row["row"] for row in self.rows if row["own_process"] or row["waits_ms"] > 0}
        # Where not all rows run, those that share a process show precision: other rows for each mutation.
        self.of_others = {}
        for row in self.rows:
            if row["row"] not in self.alone and not row["case"].startswith("walk"):
                self.of_others.setdefault(row["requirements"][0], []).append(row)

    def _named(self, rows):
        # A command line does not hold all rows' names; of cases that watch the wire not every row runs.
        return list(
            dict.fromkeys(
                row["row"]
                if self.configuration.watches_wire
                else SOME_WALKS
                if row["case"].startswith("walk")
                else row["case"]
                for row in rows
            )
        )

    @property
    def _some_rows_first(self):
        of = self.configuration
        is_small = of.watches_wire or of.kernel or of.restricted or of.name == "network-down"
        return self.met.share != 0 and not is_small

    def _first_rows_of(self, requirements, number):
        """One row of each of their cases, of those that need the same and apply to the same versions."""
        of_case = {}
        for row in self.rows:
            if set(requirements).intersection(row["requirements"]) and not row["case"].startswith("walk"):
                kind = row["case"], *map(str, (row["needs"], row["applies"], row["observable"]))
                of_case.setdefault(kind, []).append(row["row"])
        return [rows[number % len(rows)] for rows in of_case.values()]

    def _names_of(self, requirements):
        return self._named([row for id in requirements for row in self.rows if id in row["requirements"]])

    def _run_reference(self, waiting):
        broken = [id for one in waiting for id in one.breaks]
        if self.configuration.name == "network-down":
            everything = list(dict.fromkeys(broken))
        elif self.catalogue.only or (self.configuration.watches_wire and self.configuration.name != "wire"):
            everything = self._names_of(dict.fromkeys(broken))
        elif self.met is Met.SIXTH and len(waiting) <= FEW_MUTATIONS:
            met = [name for one in waiting for name in self._selectors(one)]
            walks = [SOME_WALKS] if any(one.between_calls for one in waiting) else []
            everything = list(dict.fromkeys([*self._names_of(dict.fromkeys(broken)), *met, *walks]))
        else:
            everything = self._named(self.rows)
        rows = self._run([("", everything)], jobs=os.cpu_count() or 1)[1] if everything else []
        # A Windows 10 without these options fails their rows.
        lacks_options = self.configuration.name == "without-tcp-options"
        is_expected = (
            lambda row: row["verdict"] in ("not-applicable", "recorded")
            or row.get("unobserved")
            or (self.configuration.restricted and row["verdict"] == "inconclusive")
            or (lacks_options and row["row"].startswith("ipproto-tcp/"))
        )
        self.seen["reference"] = [
            {"row": row["row"], "verdict": row["verdict"], "reason": row["reason"]}
            for row in rows
            if not is_expected(row)
        ]
        return {row["row"] for row in rows}

    def _observable(self, caught_on_win10, not_passing):
        """The mutations that a row which passes here caught on win10, with a few of these rows."""
        observable = []
        for run in caught_on_win10:
            rows = [
                row
                for row in run["failed"]
                if row["row"] not in not_passing and set(row["requirements"]) & set(run["breaks"])
            ]
            if rows:
                one = self.catalogue.mutations["win10", run["mutation"]]
                # A few rows, each of another case, are enough to catch it: if possible, rows that need no
                # process of their own.
                first_of_each = {}
                for row in rows:
                    first_of_each.setdefault(case_of(row), row["row"])
                first_of_each.pop("walk", None)
                few = sorted(first_of_each.values(), key=self.alone.__contains__)[:FEW]
                few = few or [row["row"] for row in rows][:FEW]
                observable.append(
                    Mutation(
                        one.text,
                        one.configuration,
                        one.breaks,
                        few,
                        self._named([{"row": row["row"], "case": case_of(row)} for row in rows]),
                    )
                )
        return observable

    def _selectors(self, mutation):
        of = self.configuration
        if of.name == "network-down":
            return mutation.breaks
        if mutation.expected:
            return mutation.expected
        if self.met is Met.ALL and not of.watches_wire:
            return [name for name in self._named(self.rows) if name != SOME_WALKS or mutation.between_calls]
        # By the names, so that the rows stay when mutations or requirements are added.
        number = zlib.crc32(mutation.text.encode())
        if self._some_rows_first:
            broken = self._first_rows_of(mutation.breaks, number)
        else:
            broken = self._names_of(mutation.breaks)
            if mutation.between_calls and not of.watches_wire:
                broken.append(SOME_WALKS)
        if self.met.share == 0 or of.watches_wire:
            return broken
        others = [
            rows[number % len(rows)]
            for id, rows in self.of_others.items()
            if (zlib.crc32(id.encode()) + mutation.sixth) % self.met.share == 0
        ]
        is_other = lambda row: not set(mutation.breaks).intersection(row["requirements"])
        return [*broken, *dict.fromkeys(row["row"] for row in others if is_other(row))]

    def _run_mutations(self, mutations):
        begun = time.monotonic()
        rows = self._run([(one.text, self._selectors(one)) for one in mutations])
        took = (time.monotonic() - begun) / len(mutations)
        for number, one in enumerate(mutations, 1):
            unseen = [row for row in rows[number] if is_inconclusive(row)]
            self.seen["runs"].append(
                {
                    "mutation": one.text,
                    "configuration": self.configuration.name,
                    "breaks": one.breaks,
                    "seconds": round(took, 2),
                    "inconclusive": len(unseen),
                    "reasons": list(dict.fromkeys(row["reason"] for row in unseen)),
                    "failed": [
                        {"row": row["row"], "verdict": row["verdict"], "requirements": row["requirements"]}
                        for row in rows[number]
                        if is_failed(row)
                    ],
                }
            )

    def _run(self, variants, jobs=1):
        """Runs (mutation, selectors) pairs; the rows that did not pass, by the pair's number from 1."""
        # Wine now and then (once in some ten thousand) fails to start a process. The run's own is lost: exit
        # code 1, nothing said, no report. A worker's finds no functions in the provider: exit code 5 with
        # that reason, a harness fault, which is no verdict. Running it again hides no answer; what fails
        # three times is an error.
        for start in range(3):
            code, said, rows = self._run_once(variants, jobs)
            if rows is not None:
                return rows
            is_lost = code == 1 and not said
            is_not_loaded = code == 5 and "expected a Winsock: it does not export" in said
            if not is_lost and not is_not_loaded:
                break
            print(
                f"mutation-test: run again: {variants[0][0] or 'no mutation'} and {len(variants) - 1} more: "
                f"{said.strip().splitlines()[-1] if said else 'process lost'}",
                file=sys.stderr,
            )
        raise RuntimeError(
            f"{self.configuration.name}: {[text for text, _ in variants]}: exit code {code}: "
            f"{said or 'nothing said'}"
        )

    def _run_once(self, variants, jobs):
        of = self.configuration
        with self._lock:
            number = next(self._numbers)
        report = self.folder / f"{of.name}.{number}.json"
        file = Path(f"{report}.variants")
        if of.kernel:
            ((mutation, selectors),) = variants
            # All drivers share one thread of Wine: when one waits, the others wait, too.
            what = [
                *selectors,
                "--timeout-multiplier",
                "8",
                "--wsk-driver",
                DRIVER,
                "--wsk-provider",
                f"reference:{mutation}" if mutation else "reference",
            ]
        else:
            file.write_text(
                json.dumps(
                    [
                        {"selectors": selectors, "environment": {"MUTATION": text}}
                        for text, selectors in variants
                    ]
                )
            )
            what = ["--variants", file, "--provider", PROVIDER, *of.arguments]
        run = self.prefix.start(
            "run",
            *what,
            "--jobs",
            jobs,
            "--calls",
            "none",
            "--report",
            report,
            environment=of.environment,
            gives_way=not of.watches_wire,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        said = run.communicate()[0].decode(errors="replace")[-2000:]
        file.unlink(missing_ok=True)
        if run.returncode not in (0, 1) or not report.exists():
            return run.returncode, said, None
        rows = {number: [] for number in range(1, len(variants) + 1)}
        for row in json.loads(report.read_text())["rows"]:
            if row["verdict"] != "pass" and row.get("unobserved") != "choice":
                rows[row["repetition"]].append(row)
        report.unlink()
        return run.returncode, said, rows
