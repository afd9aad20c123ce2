"""Setting the local roles of a document and its editions from their control data and their people."""

from Acquisition import aq_base
from czest.qms.documents.content import running_consultation
from czest.qms.documents.content import state_of
from czest.qms.documents.rules import access as rules
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.documents.rules.lifecycle import STATES_BEFORE_ROUTE
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW


def people_of(edition):
    """Return the people of one edition by the part they have in it, as arguments of ``local_roles``."""
    state = state_of(edition)
    if state in STATES_BEFORE_ROUTE:
        return {"authors": edition.authors, "reviewers": people_of_consultation(edition)}
    if state in RELEASED_STATES - {"approved"}:
        return {"readers": (*edition.authors, *people_of_signatures(edition))}
    reviewers, approvers = (rules.asked(edition.route, act, edition.document.portal_type) for act in (REVIEW, APPROVAL))
    return {"authors": edition.authors, "reviewers": reviewers, "approvers": approvers}


def people_of_consultation(edition):
    """Return the logins and groups of those who are asked before the route begins: they read as reviewers do."""
    consultation = running_consultation(edition)
    if consultation is None:
        return ()
    kind = edition.document.portal_type
    return [principal for asked in consultation.participants for principal in rules.principals(asked, kind)]


def people_of_signatures(edition):
    """Return the logins of those who were asked to sign by name, or have signed."""
    asked = [login for stage in edition.route for login in stage.people]
    return list(dict.fromkeys([*asked, *(signature["login"] for signature in edition.signatures)]))


def people_of_document(document, editions):
    """Return the people of a document; before there is an edition, the registrar is the author."""
    people = {"authors": () if editions else document.creators}
    readers = []
    for edition in editions:
        part = people_of(edition)
        readers.extend(part.pop("readers", ()))
        people.update(part)
    return {**people, "readers": readers}


def apply_access(document):
    """Give each person and group the local roles due to them.

    An edition whose own access is restricted is closed by itself: until it is in force, the document still has the
    access of the edition before it.
    """
    editions = document.editions()
    set_roles(document, *due_to_document(document, editions))
    for edition in editions:
        set_roles(edition, *due_to_edition(edition))


def due_to_document(document, editions=None):
    """Return ``({principal: sorted tuple of roles}, whether it is closed by itself)`` for a document.

    Parameters:
        editions: those of the document, where they are at hand.
    """
    editions = document.editions() if editions is None else editions
    return _due(document, people_of_document(document, editions))


def due_to_edition(edition):
    """Return the same for an edition; one that is not restricted has what its document has."""
    return _due(edition, people_of(edition)) if rules.is_restricted(edition.access) else ({}, False)


def _due(content, people):
    granted = rules.local_roles(
        owner_unit=content.owner_unit, access=content.access, distribution=content.distribution, **people
    )
    return granted, rules.is_restricted(content.access)


def set_roles(content, granted, is_closed):
    """Set the local roles of an object; reindex only when something changed.

    Parameters:
        granted: ``{principal: sorted tuple of roles}``.
        is_closed: whether the roles of the container do not count here.
    """
    if roles_on(content) == (granted, is_closed):
        return
    content.__ac_local_roles__ = {principal: list(roles) for principal, roles in granted.items()}
    content.__ac_local_roles_block__ = is_closed
    content.reindexObjectSecurity()


def roles_on(content):
    """Return ``({principal: sorted tuple of roles}, whether it is closed by itself)`` as stored on an object."""
    granted = {principal: tuple(sorted(roles)) for principal, roles in content.get_local_roles()}
    return granted, bool(getattr(aq_base(content), "__ac_local_roles_block__", False))
