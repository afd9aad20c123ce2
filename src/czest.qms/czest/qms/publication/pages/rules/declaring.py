"""The form of the accessibility declaration (art. 10 of the act of 4.04.2019; A11Y-7) and its yearly review (A11Y-6)."""

from czest.qms.organisation.rules.model import Problem
from czest.qms.publication.pages.rules.contact import form_problems
from czest.qms.publication.pages.rules.versions import area_problems
from czest.qms.publication.pages.rules.versions import line_problems
from datetime import date
import re


CONFORMANT = "conformant"

DAYS = ("published_on", "updated_on", "prepared_on", "reviewed_on")
LINES = ("entity", "site_name", "status", "contact", "email", "phone", "architecture_address")
#: What is not accessible; only of a site that does not conform wholly.
GAPS = ("nonconformities", "not_covered", "excessive_costs")
AREAS = (*GAPS, "assessment", "method", "conveniences", "shortcuts", "applications", "architecture", "communication")

_FORMS = {"email": "email", "phone": "phone", "architecture_address": "address"}
_LINE, _AREA = 300, 10_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: The review is due by 31 March (art. 11); the task is given two months before.
FIRST_DAY, LAST_DAY = (2, 1), (3, 31)


def declaration_problems(facts, missing, today):
    """Return the problems of a declaration.

    Parameters:
        facts: texts by name.
        missing: names without which the declaration is not lawful, and which are empty.
        today: date.
    """
    problems = [Problem(name, "required") for name in missing]
    for name in LINES:
        problems += _of_filled(name, facts, lambda name, text: line_problems(name, text, _LINE))
    for name in AREAS:
        problems += _of_filled(name, facts, lambda name, text: area_problems(name, text, _AREA))
    for name, form in _FORMS.items():
        problems += form_problems(name, facts.get(name, ""), form)
    return problems + _gap_problems(facts, missing) + _day_problems(facts, today)


def _of_filled(name, facts, check):
    text = facts.get(name, "")
    return check(name, text) if text.strip() else []


def _gap_problems(facts, missing):
    told = [name for name in GAPS if facts.get(name, "").strip()]
    if "status" in missing:
        return []
    if facts["status"] == CONFORMANT:
        return [Problem(name, "conformant_with_gaps") for name in told]
    return [] if told else [Problem("nonconformities", "gaps_missing")]


def _day_problems(facts, today):
    days, problems = {}, []
    for name in DAYS:
        text = facts.get(name, "")
        day = day_of(text)
        if text and day is None:
            problems.append(Problem(name, "day_form", {"text": text}))
        elif day is not None and day > today:
            problems.append(Problem(name, "day_ahead"))
        elif day is not None:
            days[name] = day
    for earlier, later in (
        ("published_on", "updated_on"),
        ("published_on", "prepared_on"),
        ("prepared_on", "reviewed_on"),
    ):
        if earlier in days and later in days and days[later] < days[earlier]:
            problems.append(Problem(later, f"before_{earlier}"))
    return problems


def day_of(text):
    """Return the date written as ``YYYY-MM-DD``, or None when there is no such day."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def review_due(facts, today):
    """Return the last day to review the declaration while that is a task, else None.

    It is one from 1 February on, until the declaration was reviewed, or prepared anew, in the same year.

    Parameters:
        facts: texts by name; ``prepared_on`` and ``reviewed_on`` are days ``YYYY-MM-DD``, or empty.
        today: date.
    """
    looked_at = [day_of(facts.get(name, "")) for name in ("prepared_on", "reviewed_on")]
    last = max((day for day in looked_at if day is not None), default=None)
    if last is None or last.year >= today.year or today < date(today.year, *FIRST_DAY):
        return None
    return date(today.year, *LAST_DAY)
