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
    set_access(document, people_of_document(document, editions))
    for edition in editions:
        set_access_of_edition(edition)


def set_access_of_edition(edition):
    """Close a restricted edition by itself; any other has what its document has."""
    if rules.is_restricted(edition.access):
        set_access(edition, people_of(edition))
    elif getattr(aq_base(edition), "__ac_local_roles_block__", False):
        edition.__ac_local_roles__ = {}
        edition.__ac_local_roles_block__ = False
        edition.reindexObjectSecurity()


def set_access(content, people):
    """Set the local roles of a document or an edition by its control data; reindex only when something changed."""
    granted = rules.local_roles(
        owner_unit=content.owner_unit, access=content.access, distribution=content.distribution, **people
    )
    restricted = rules.is_restricted(content.access)
    present = {principal: tuple(sorted(roles)) for principal, roles in content.get_local_roles()}
    if present == granted and bool(getattr(aq_base(content), "__ac_local_roles_block__", False)) == restricted:
        return
    content.__ac_local_roles__ = {principal: list(roles) for principal, roles in granted.items()}
    content.__ac_local_roles_block__ = restricted
    content.reindexObjectSecurity()
