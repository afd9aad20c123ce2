"""Templates of routes, kept by the quality officer: who is asked for which documents, before any edition goes."""

from czest.qms.documents.rules.route import ALL
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import UNIT
from dataclasses import dataclass


#: The head of the unit that owns the document (naczelnik komórki właściciela); known only at submit.
OWNER_HEAD = "owner-head"
ASKED_KINDS = (OWNER_HEAD, POST, UNIT, PERSON)


@dataclass(frozen=True)
class Asked:
    """Somebody whom a template asks.

    Parameters:
        kind: ``owner-head``, ``post``, ``unit`` or ``person``.
        id: id of the post, symbol of the unit or login; empty for the head of the owner.
    """

    kind: str
    id: str = ""

    @property
    def key(self):
        """The one asked as one word, such as ``post:radca-prawny`` or ``owner-head``."""
        return self.kind if self.kind == OWNER_HEAD else f"{self.kind}:{self.id}"

    @classmethod
    def of_key(cls, key):
        """Return the one whom a key names.

        Raises:
            ValueError: the key is none.
        """
        kind, _colon, name = key.partition(":")
        if kind not in ASKED_KINDS or (key != OWNER_HEAD if kind == OWNER_HEAD else not name):
            raise ValueError(key)
        return cls(kind, name)


@dataclass(frozen=True)
class TemplateStage:
    """One stage of a template.

    Parameters:
        purpose: ``check``, ``opinion`` or ``approval``.
        asked: tuple of :class:`Asked`, in the order in which they are asked.
        rule: ``all``, ``any`` or ``quorum``.
        quorum: how many must sign where the rule is ``quorum``.
        in_sequence: whether each is asked only when the one before has signed.
        days: calendar days given to the stage, or None.
    """

    purpose: str
    asked: tuple
    rule: str = ALL
    quorum: int = 0
    in_sequence: bool = False
    days: int | None = None


@dataclass(frozen=True)
class Template:
    """A route for documents of some kinds, units and processes; an empty set of them means every one.

    Parameters:
        id: never changes.
        title: what people call it.
        kinds: portal types.
        units: symbols; a unit covers the units under it.
        processes: ids of processes.
        stages: tuple of :class:`TemplateStage`.
        keeps_signatures: whether signatures stay when an edition is returned without a change of its content.
    """

    id: str
    title: str
    kinds: frozenset = frozenset()
    units: frozenset = frozenset()
    processes: frozenset = frozenset()
    stages: tuple = ()
    keeps_signatures: bool = False

    def fitness(self, kind, ancestors, process):
        """Return how closely the template fits a document, greater is closer; None when it does not apply.

        A process named counts most, then the nearest unit, then a kind named.

        Parameters:
            kind: portal type.
            ancestors: symbols of the owner unit and of all units above it, the owner first.
            process: id of the process, or None.
        """
        if self.kinds and kind not in self.kinds:
            return None
        if self.processes and process not in self.processes:
            return None
        distance = next((place for place, symbol in enumerate(ancestors) if symbol in self.units), None)
        if self.units and distance is None:
            return None
        nearness = 0 if distance is None else len(ancestors) - distance
        return (bool(self.processes), nearness, bool(self.kinds))


def applying(templates, kind, ancestors, process):
    """Return the template that applies to a document, or None; the arguments are those of ``Template.fitness``."""
    fitting = [
        (fitness, template.id, template)
        for template in templates
        if (fitness := template.fitness(kind, ancestors, process)) is not None
    ]
    return max(fitting, key=lambda found: found[:2])[2] if fitting else None


def would_tie(one, other):
    """Tell whether there may be a document that two templates fit equally closely."""
    return all(
        bool(mine & theirs) or not (mine or theirs)
        for mine, theirs in (
            (one.kinds, other.kinds),
            (one.units, other.units),
            (one.processes, other.processes),
        )
    )
