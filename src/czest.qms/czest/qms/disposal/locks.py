"""What keeps a list from its destruction, told without waking a record."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.judging import listing_of
from czest.qms.disposal.operations.base import open_rows
from czest.qms.disposal.rules.consents import consent_problems
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.rules.steps import is_possible
from czest.qms.disposal.sentences import sentence_of
from czest.qms.documents.content import state_of
from czest.qms.records.holds import held_among
from czest.qms.register.catalog_sets import CatalogSets
from plone import api


def held_rows(content):
    """Return the numbers of the open rows whose records are on hold today."""
    numbers = {content.rows[number].record: number for number in open_rows(content)}
    if not numbers:
        return []
    sets = CatalogSets(api.portal.get_tool("portal_catalog"), api.user.get_current())
    held = held_among(sets.matching("UID", list(numbers)), sets=sets)
    uid_of = sets.index("UID").documentToKeyMap()
    return sorted(numbers[uid_of[record]] for record in held)


def destruction(content):
    """Return ``{"allowed", "reasons"}``: whether something may be destroyed now, and Messages that say what may not."""
    lock = lock_of(content, held_rows(content))
    held = [_("Row ${number} is on hold and is skipped.", mapping={"number": str(number)}) for number in lock["held"]]
    return {"allowed": lock["allowed"], "reasons": lock["reasons"] + held}


def lock_of(content, held):
    """Return ``{"allowed", "reasons", "held"}``; the reasons are of the whole list, without those of its held rows.

    Parameters:
        content: the list.
        held: numbers of its rows on hold.
    """
    listing = listing_of(content)
    if content.kind == "A":
        return {"allowed": False, "reasons": [sentence_of(Problem("archival"))], "held": held}
    reasons = [sentence_of(problem) for problem in consent_problems(listing.consent, listing, clock.today())]
    if listing.is_refused:
        reasons.append(sentence_of(Problem("refused")))
    if content.kind == "BE" and content.appraised_on is None:
        reasons.append(sentence_of(Problem("not_appraised")))
    if content.work is not None:
        reasons.append(_("The list is still being worked on."))
    is_open = is_possible("destroy", content.kind, state_of(content))
    allowed = is_open and not reasons and len(open_rows(content)) > len(held)
    return {"allowed": allowed, "reasons": reasons, "held": held}
