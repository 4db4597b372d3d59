"""The mutation score: what the runs saw, as a table or a list of problems."""

import json

from .catalogue import CONFIGURATIONS

NOT_EXERCISABLE = "not exercisable"


class Score:
    """`seen` is what Runs saw, by the configuration's name."""

    def __init__(self, catalogue, seen, met):
        self.catalogue = catalogue
        self.met = met.words
        self.problems = []
        self.runs = [
            run for name, one in seen.items() if not CONFIGURATIONS[name].restricted for run in one["runs"]
        ]
        self._judge_reference(seen)
        self._judge_mutations(seen)
        self._judge_requirements(seen)
        self.restrictions = [
            self._restriction(name, one["runs"])
            for name, one in seen.items()
            if CONFIGURATIONS[name].restricted
        ]
        self.walks_alone = [run["mutation"] for run in self.runs if self._is_caught_by_walks_alone(run)]

    def _judge_reference(self, seen):
        # A row that was not measured without a mutation shows nothing about the provider, and catches
        # nothing: it might have failed without the mutation, too.
        self.unmeasured = {name: set() for name in seen}
        for name, one in seen.items():
            for row in one["reference"]:
                if row["verdict"] == "not-measured":
                    self.unmeasured[name].add(row["row"])
                else:
                    self.problems.append(
                        f"the reference provider on {name}: {row['row']}: {row['verdict']} "
                        f"{row['reason']}"
                    )

    def _is_caught(self, run, requirements, configuration):
        return any(
            set(row["requirements"]) & set(requirements) and row["row"] not in self.unmeasured[configuration]
            for row in run["failed"]
        )

    def _judge_mutations(self, seen):
        self.lines = {
            id: {"id": id, "why": one.get("not_exercisable"), "mutations": []}
            for id, one in self.catalogue.requirements.items()
            if id not in self.catalogue.not_yet_covered
            and (not self.catalogue.only or id in self.catalogue.only)
        }
        self.unrelated = self.included = 0
        for run in self.runs:
            reached = self.catalogue.cannot_hold_without(run["breaks"])
            strangers = [row for row in run["failed"] if not reached.intersection(row["requirements"])]
            self.unrelated += len(strangers)
            self.included += sum(
                not set(row["requirements"]) & set(run["breaks"]) for row in run["failed"]
            ) - len(strangers)
            self.problems += [
                f"{run['mutation']}: fails {row['row']}, whose claim still holds" for row in strangers
            ]
            for id in run["breaks"]:
                caught = self._is_caught(run, [id], run["configuration"])
                if not caught:
                    self.problems.append("; ".join([f"{run['mutation']}: survives {id}", *run["reasons"]]))
                if id in self.lines:
                    self.lines[id]["mutations"].append(
                        {
                            "mutation": run["mutation"],
                            "configuration": run["configuration"],
                            "caught": caught,
                            "rows": len(run["failed"]),
                            "unrelated": len(strangers),
                        }
                    )

    def _judge_requirements(self, seen):
        for id, line in self.lines.items():
            elsewhere = self.catalogue.only or any(
                self.catalogue.parts_of(id, entry)[1] not in seen
                for entry in self.catalogue.listed.get(id, [])
            )
            few = len(line["mutations"]) < 3
            line["why"] = line["why"] or self.catalogue.without_mutations(id)
            if few and elsewhere:
                line["why"] = "its configuration did not run"
            if few and not line["why"]:
                self.problems.append(f"{id}: {len(line['mutations'])} mutations cover it, not three")

    def _restriction(self, name, runs):
        survivors = [run for run in runs if not self._is_caught(run, run["breaks"], name)]
        self.problems += [
            "; ".join([f"{run['mutation']}: survives on {name}", *run["reasons"]]) for run in survivors
        ]
        return {"configuration": name, "observable": len(runs), "caught": len(runs) - len(survivors)}

    @staticmethod
    def _is_caught_by_walks_alone(run):
        catching = [row["row"] for row in run["failed"] if set(row["requirements"]) & set(run["breaks"])]
        return bool(catching) and all(row.startswith("walk") for row in catching)

    @property
    def claims(self):
        return [one for line in self.lines.values() for one in line["mutations"]]

    @property
    def words(self):
        caught = sum(one["caught"] for one in self.claims)
        return (
            f"{len(self.runs)} mutations break {len(self.claims)} claims: {caught} caught; "
            f"{self.unrelated} rows "
            f"of unrelated requirements failed (each mutation met {self.met})"
        )

    def table(self):
        for line in self.lines.values():
            caught = f"{sum(one['caught'] for one in line['mutations'])}/{len(line['mutations'])}"
            why = line["why"]
            shown = (
                caught
                if not why
                else why
                if why.startswith(("its configuration", "decided"))
                else NOT_EXERCISABLE
            )
            yield f"| {line['id']} | {shown} | {sum(one['unrelated'] for one in line['mutations'])} |"

    def markdown(self):
        of_win10 = sum(run["configuration"] == "win10" for run in self.runs)
        return "\n".join(
            [
                "# What the suite catches",
                "",
                "Each mutation makes the reference provider break a requirement in one way",
                "(`fixtures/reference_provider/mutations.json`). It is caught when a row of that",
                "requirement fails. Unrelated are failing rows of other requirements, except those that",
                "cannot hold without the broken one (`includes` in suites/requirements). Made by",
                "`scripts/mutation-test --every-configuration --every-requirement`.",
                "",
                f"{self.words}. {len(self.walks_alone)} mutations lie between calls, "
                "where walks alone catch them:",
                "",
                *(f"- `{one}`" for one in self.walks_alone),
                "",
                "| requirement | caught | unrelated rows |",
                "|---|---|---|",
                *self.table(),
                "",
                "## Configurations that lack something, and earlier versions of Windows",
                "",
                f"Each meets those of the {of_win10} mutations of Windows 10 that a row which passes there",
                "without a mutation is about. `scripts/mutation-test --every-configuration` runs them all.",
                "",
                "| configuration | observable | caught |",
                "|---|---|---|",
                *(
                    f"| {one['configuration']} | {one['observable']} | {one['caught']} |"
                    for one in self.restrictions
                ),
                "",
            ]
        )

    def as_json(self):
        return {
            "met": self.met,
            "runs": len(self.runs),
            "caught": sum(one["caught"] for one in self.claims),
            "claims": len(self.claims),
            "unrelated": self.unrelated,
            "included": self.included,
            "inconclusive": sum(run["inconclusive"] for run in self.runs),
            "problems": self.problems,
            "restrictions": self.restrictions,
            "requirements": list(self.lines.values()),
        }

    def write(self, folder):
        (folder / "score.md").write_text(self.markdown())
        (folder / "score.json").write_text(json.dumps(self.as_json(), indent=1) + "\n")

    def show(self):
        print("\n".join(self.problems or self.table()))
        for name, rows in self.unmeasured.items():
            for row in sorted(rows):
                print(f"without a mutation, the machine was too busy to measure on {name}: {row}")
        for one in self.restrictions:
            print(
                f"{one['configuration']}: {one['caught']} of {one['observable']} observable mutations caught"
            )
        print(
            f"{self.included} rows failed of requirements that include a broken one; "
            f"{sum(run['inconclusive'] for run in self.runs)} rows could not see their claim with a "
            "mutation on, and are inconclusive"
        )
        print(f"{len(self.walks_alone)} mutations are caught by walks alone")
        print(self.words)
