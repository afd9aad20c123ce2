"""Rules on the decision itself: what is published, by whom, on what basis, until when."""

from collections.abc import Iterator
from czest.qms.bulletin.snapshot import Exclusion
from czest.qms.publication.rules import places
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.rules.findings import _
from czest.qms.publication.rules.findings import WARNS
from czest.qms.publication.rules.html_text import text_of
from czest.qms.publication.rules.rule import Observation
from czest.qms.publication.rules.rule import Rule
from datetime import date
import re


#: An edition in force, a record that was filed.
PUBLISHABLE_STATES = frozenset({"in_force", "filed"})
#: What may stand in the bulletin: what was published, and what has become of it since.
STATES_SINCE = PUBLISHABLE_STATES | {"superseded", "withdrawn", "disposal_pending", "transferred"}
PUBLIC_OPENNESS = frozenset({"bip", "public_optional"})

#: Privacy of a person or a trade secret (art. 5 ust. 2): the public learns in whose interest (art. 8 ust. 5).
_IN_INTEREST = re.compile(r"\bart\.?\s{0,3}5\s{0,3},?\s{0,3}ust\.?\s{0,3}2\b", re.IGNORECASE)
_OMITTED = re.compile(r"\[\s{0,3}wyłączono\b", re.IGNORECASE)


def _state(case: Case) -> Iterator[Observation]:
    if case.state not in PUBLISHABLE_STATES:
        yield Observation(places.STATE, _("Only what is in force, or a record that was filed, may be published."))


def _openness(case: Case) -> Iterator[Observation]:
    if case.openness not in PUBLIC_OPENNESS:
        yield Observation(places.OPENNESS, _("The openness decided on does not make it public."))


def _openness_basis(case: Case) -> Iterator[Observation]:
    if not case.openness_basis.strip():
        yield Observation(places.OPENNESS, _("The openness has no legal basis."))


def _content(case: Case) -> Iterator[Observation]:
    if not case.files and not text_of(case.body).strip():
        yield Observation(places.CONTENT, _("There is nothing to publish: neither text nor a file."))


def _metadata(case: Case) -> Iterator[Observation]:
    """Field by field, so that the message stands at the field."""
    for name in ("entity", "responsible_name", "responsible_post", "entered_by"):
        if not getattr(case.metadata, name).strip():
            yield Observation(places.of_field(name), _("This part of the metryczka is missing (art. 8 sec. 6)."))
    produced_on, place = _day(case.metadata.produced_on), places.of_field("produced_on")
    if not case.metadata.produced_on.strip():
        yield Observation(place, _("This part of the metryczka is missing (art. 8 sec. 6)."))
    elif produced_on is None:
        yield Observation(place, _("This is not a day written as yyyy-mm-dd."))
    elif produced_on > case.today:
        yield Observation(place, _("The day of production has not come yet."))
    if not case.title.strip():
        yield Observation(places.of_field("title"), _("The title is missing."))


def _exclusion_missing(case: Case) -> Iterator[Observation]:
    if case.exclusions:
        return
    message = _("Parts were left out, and no exclusion says which and on what basis (art. 8 sec. 5).")
    for name in dict.fromkeys(file.name for file in case.files if file.redacted_from.strip()):
        yield Observation(places.of_file(name), message)
    if _omits(case):
        yield Observation(places.of_field("body"), message)


def _exclusion_unused(case: Case) -> Iterator[Observation]:
    if _omits(case) or any(file.redacted_from.strip() for file in case.files):
        return
    for ordinal, _exclusion in enumerate(case.exclusions, 1):
        message = _("There is neither a redacted file nor an omission in the text to which this exclusion belongs.")
        yield Observation(places.of_exclusion(ordinal), message)


def _exclusion_incomplete(case: Case) -> Iterator[Observation]:
    for ordinal, exclusion in enumerate(case.exclusions, 1):
        if not all(text.strip() for text in (exclusion.scope, exclusion.legal_basis, exclusion.excluded_by)):
            message = _("An exclusion needs its scope, its legal basis and who excluded (art. 8 sec. 5).")
            yield Observation(places.of_exclusion(ordinal), message)


def _exclusion_interest(case: Case) -> Iterator[Observation]:
    for ordinal, exclusion in enumerate(case.exclusions, 1):
        if protects_interest(exclusion) and not exclusion.in_interest_of.strip():
            message = _("An exclusion by art. 5 sec. 2 must say in whose interest it was made (art. 8 sec. 5).")
            yield Observation(places.of_exclusion(ordinal), message)


def protects_interest(exclusion: Exclusion) -> bool:
    """Tell whether the basis of an exclusion is privacy or a trade secret (art. 5 ust. 2 u.d.i.p.)."""
    return _IN_INTEREST.search(exclusion.legal_basis) is not None


def _until_wrong(case: Case) -> Iterator[Observation]:
    if not case.bip_until.strip():
        return
    until, place = _day(case.bip_until), places.of_field("bip_until")
    if until is None:
        yield Observation(place, _("This is not a day written as yyyy-mm-dd."))
    elif until < case.today:
        yield Observation(place, _("The last day in the bulletin has passed."))


def _until_missing(case: Case) -> Iterator[Observation]:
    if not case.bip_until.strip():
        message = _("Nobody said until when it stays in the bulletin: it will come up in the yearly review.")
        yield Observation(places.of_field("bip_until"), message)


def _unanswered(case: Case) -> Iterator[Observation]:
    if case.checklist is None:
        return
    for name in QUESTIONS:
        if case.checklist.get(name) is None:
            yield Observation(places.of_question(name), _("This question is not answered."))


def _present(case: Case) -> Iterator[Observation]:
    for name, answer in (case.checklist or {}).items():
        if answer:
            yield Observation(places.of_question(name), _("Answered with yes: it must be removed before publishing."))


def _omits(case: Case) -> bool:
    return _OMITTED.search(text_of(case.body)) is not None


def _day(written: str) -> date | None:
    """Return the day; other spellings of ISO 8601, such as by weeks, are for programs."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.isoformat() == written else None


RULES = (
    Rule("state", "BIP-2", _state),
    Rule("openness", "BIP-1", _openness),
    Rule("openness-basis", "BIP-1", _openness_basis),
    Rule("content", "BIP-2", _content),
    Rule("metadata", "BIP-3", _metadata),
    Rule("exclusion-missing", "BIP-4", _exclusion_missing),
    Rule("exclusion-unused", "BIP-4", _exclusion_unused, WARNS),
    Rule("exclusion-incomplete", "BIP-4", _exclusion_incomplete),
    Rule("exclusion-interest", "BIP-4", _exclusion_interest),
    Rule("until-wrong", "RODO-4", _until_wrong),
    Rule("until-missing", "RODO-4", _until_missing, WARNS),
    Rule("checklist-unanswered", "RODO-1", _unanswered),
    Rule("checklist-present", "RODO-1", _present),
)
