"""Requirements, their mutations, and the configurations on which mutations run."""

import json
import os
from dataclasses import dataclass, field
from enum import Enum

from prefix import ROOT


class Met(Enum):
    """The rows that a mutation meets, in words, and the share of the other requirements of which it meets a
    row: one in `share`."""

    BROKEN = "the rows of what it breaks", 0
    SIXTH = "rows of what it breaks until it is caught and one of every sixth other requirement", 6
    EVERY = "rows of what it breaks until it is caught and one of every other requirement", 1
    ALL = "all rows that do not watch the wire, or those of what it breaks that do", 0

    def __init__(self, words, share):
        self.words = words
        self.share = share


@dataclass(frozen=True)
class Configuration:
    """A Wine, what it poses as, and what the mutated provider lacks."""

    name: str
    debian: str = "bookworm"
    pose: str = "win10"
    environment: dict = field(default_factory=dict)
    arguments: tuple = ()

    @property
    def kernel(self):
        """The reference inside the kernel's driver is mutated, not the provider."""
        return self.name.startswith("kernel")

    @property
    def watches_wire(self):
        return self.name.startswith("wire") or self.name == "kernel-wire"

    @property
    def restricted(self):
        """It lacks something, or is an earlier Windows: win10's mutations run there, with rows that caught
        them on win10 and still pass here without a mutation."""
        return self.name.startswith(("without-", "earlier-"))

    @property
    def namespace(self):
        """These have a network of their own (root), and with it a prefix: the small ones run beside them in
        the usual one. There are more ports in it; and over IPv6 a watcher sees everybody's segments."""
        has_own = self.name == "win10" or self.restricted or self.name.startswith("wire")
        return os.geteuid() == 0 and has_own


def _without(name):
    # The provider cannot lack these: the harness acts as if the machine did.
    if name in ("administrator", "silent-peer"):
        return Configuration(f"without-{name}", arguments=("--without", name))
    return Configuration(f"without-{name}", environment={"WITHOUT": name})


CONFIGURATIONS = {
    one.name: one
    for one in (
        Configuration("win10"),
        Configuration("win7", pose="win7"),
        Configuration("winxp64", pose="winxp64"),
        Configuration("registry", pose="win10 3600000 3000"),
        Configuration("network-down", environment={"NETWORK": "down"}),
        Configuration("kernel"),
        Configuration("kernel-wire"),
        Configuration("wire", debian="trixie"),
        Configuration("wire-registry", debian="trixie", pose="win10 - - 3 4"),
        Configuration("wire-xp", debian="trixie", pose="winxp64"),
        Configuration("wire-xp-registry", debian="trixie", pose="winxp64 - - 3 4"),
        Configuration("wire-xp-none", debian="trixie", pose="winxp64 - - 0 0"),
        *map(_without, ("ipv6", "administrator", "raw-sockets", "silent-peer", "wspioctl", "tcp-options")),
        *(
            Configuration(f"earlier-{pose}", pose=pose)
            for pose in ("winxp64", "vista", "win7", "win8", "win81")
        ),
    )
}


@dataclass
class Mutation:
    """One fault, on one configuration, with every requirement that it breaks."""

    text: str
    configuration: str
    breaks: list = field(default_factory=list)
    # The rows that it meets, where they are known beforehand, and all that might catch it.
    expected: list | None = None
    all_expected: list | None = None
    # Which sixth of the other requirements it meets, 0 to 5.
    sixth: int = 0

    @property
    def between_calls(self):
        """It lies between calls, where walks look."""
        return self.text.startswith(("after.", "set.same")) or "@nth:" in self.text or "@thread" in self.text


def _read(path):
    return json.loads((ROOT / path).read_text())


def read_requirements():
    """All requirements, by id."""
    documents = sorted(
        path for path in (ROOT / "suites/requirements").glob("*.json") if path.name != "not_yet_covered.json"
    )
    return {one["id"]: one for path in documents for one in _read(path)["requirements"]}


class Catalogue:
    def __init__(self, only=None):
        self.only = only
        self.requirements = read_requirements()
        self.not_yet_covered = _read("suites/requirements/not_yet_covered.json")
        self.listed = {
            **_read("fixtures/reference_provider/mutations.json"),
            **_read("fixtures/wsk_probe/mutations.json"),
        }
        unknown = [one for one in only or [] if one not in self.listed]
        if unknown:
            raise ValueError(f"--only: no mutations are listed for {', '.join(unknown)}")
        self.mutations = {}
        for requirement, entries in self.listed.items():
            for entry in entries if not only or requirement in only else []:
                text, on = self.parts_of(requirement, entry)
                if on not in CONFIGURATIONS:
                    raise ValueError(f"mutations.json: {requirement}: there is no configuration {on}")
                self.mutations.setdefault((on, text), Mutation(text, on)).breaks.append(requirement)
        self._deal_sixths()

    def _deal_sixths(self):
        """Gives each mutation a sixth that the mutations of its requirements lack, so that together they have
        as many as possible. Those that break the most requirements choose first."""
        sixths = range(Met.SIXTH.share)
        dealt = {}
        for one in sorted(self.mutations.values(), key=lambda one: -len(one.breaks)):
            counts = [dealt.setdefault((one.configuration, id), [0 for _ in sixths]) for id in one.breaks]
            lacking = lambda sixth: sum(not count[sixth] for count in counts)
            used = lambda sixth: sum(count[sixth] for count in counts)
            one.sixth = max(sixths, key=lambda sixth: (lacking(sixth), -used(sixth)))
            for count in counts:
                count[one.sixth] += 1

    @staticmethod
    def parts_of(requirement, entry):
        """A line of mutations.json as mutation and configuration."""
        usual = "kernel" if requirement.startswith("wsk-") else "win10"
        if isinstance(entry, str):
            return entry, usual
        return entry["mutation"], entry.get("configuration", usual)

    def without_mutations(self, requirement):
        """Why no mutation can be made, where the list has none: the answer then comes from elsewhere."""
        if self.listed.get(requirement) != []:
            return None
        return (
            "decided by the compiler" if requirement.startswith("wsk-") else "decided by the system's stack"
        )

    def on(self, configuration):
        return [one for (on, _), one in self.mutations.items() if on == configuration]

    def cannot_hold_without(self, broken):
        """All requirements that cannot hold when one of `broken` does not, and those themselves."""
        reached = set(broken)
        while True:
            more = {
                id
                for id, one in self.requirements.items()
                if id not in reached and reached.intersection(one.get("includes", []))
            }
            if not more:
                return reached
            reached |= more
