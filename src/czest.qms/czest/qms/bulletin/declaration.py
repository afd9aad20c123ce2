"""The accessibility declaration, version 2.0, made of the fields of its form (art. 10 of the act of 4.04.2019; A11Y-7)."""

from czest.qms import _
from dataclasses import dataclass
from dataclasses import fields


CONFORMANT, PARTLY, NOT_CONFORMANT = "conformant", "partly", "not_conformant"

#: The three fixed sentences of the status.
STATUSES = {
    CONFORMANT: _("The site conforms to the annex to the act on digital accessibility of sites of public bodies."),
    PARTLY: _(
        "The site conforms in part to the annex to the act on digital accessibility of sites of public bodies, because "
        "of the nonconformities or exclusions listed below."
    ),
    NOT_CONFORMANT: _(
        "The site does not conform to the annex to the act on digital accessibility of sites of public bodies. The "
        "nonconformities or exclusions are listed below."
    ),
}

#: Ids that the page must hold, each exactly once.
MANDATORY_IDS = (
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-zakres",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-kontakt",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-data-sporzadzenie",
    "a11y-architektura",
    "a11y-komunikacja",
)


class Incomplete(ValueError):
    """A fact that the declaration may not go without is missing; the message names the fact."""


@dataclass(frozen=True)
class Declaration:
    """The facts of a declaration; texts are plain, lines of lists stand apart by line breaks.

    Parameters:
        entity: the public body.
        site_name: what the declaration is about.
        published_on, updated_on: days ``YYYY-MM-DD`` of the site's publication and of its last important change.
        status: key of :data:`STATUSES`.
        nonconformities, not_covered, excessive_costs: lines of what is not accessible and why, or empty.
        assessment: the assessment of excessive costs (required with them).
        prepared_on, reviewed_on: days ``YYYY-MM-DD``; the second from the first review on.
        method: how the site was assessed, such as *samoocena*.
        conveniences: what helps readers, and what limits them.
        shortcuts: keyboard shortcuts, or empty for those of the browser only.
        contact, email, phone: who answers for accessibility.
        applications: lines on mobile applications, or empty where there are none.
        architecture: how the building is reached and used; several lines.
        architecture_address: page with more of it, or empty.
        communication: how one communicates with the office, such as a sign language interpreter.
    """

    entity: str = ""
    site_name: str = ""
    published_on: str = ""
    updated_on: str = ""
    status: str = ""
    nonconformities: str = ""
    not_covered: str = ""
    excessive_costs: str = ""
    assessment: str = ""
    prepared_on: str = ""
    reviewed_on: str = ""
    method: str = ""
    conveniences: str = ""
    shortcuts: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    applications: str = ""
    architecture: str = ""
    architecture_address: str = ""
    communication: str = ""

    @property
    def sentence(self):
        """The Message of the status."""
        return STATUSES[self.status]

    @property
    def has_gaps(self):
        """True where the chapter on what is not accessible is needed."""
        return self.status != CONFORMANT

    def lines(self, name):
        """Return the lines of a fact, empty ones left out."""
        return [line.strip() for line in getattr(self, name).splitlines() if line.strip()]


_REQUIRED = (
    *("entity", "site_name", "published_on", "updated_on", "prepared_on", "method"),
    *("contact", "email", "phone", "architecture", "communication"),
)


def declaration(facts):
    """Return the Declaration of the facts of its page; facts of other names are ignored.

    Parameters:
        facts: dict of texts, with the names of the fields of :class:`Declaration`.

    Raises:
        Incomplete: a fact without which the declaration is not lawful is missing or unknown.
    """
    names = missing(facts)
    if names:
        raise Incomplete(names[0])
    return Declaration(**_known(facts))


def missing(facts):
    """Return the names of the facts without which the declaration is not lawful, and which are missing or unknown.

    Parameters:
        facts: as of :func:`declaration`.
    """
    made = Declaration(**_known(facts))
    found = [name for name in _REQUIRED if not getattr(made, name).strip()]
    if made.status not in STATUSES:
        found.append("status")
    if made.excessive_costs.strip() and not made.assessment.strip():
        found.append("assessment")
    return found


def _known(facts):
    return {each.name: facts.get(each.name) or "" for each in fields(Declaration)}
