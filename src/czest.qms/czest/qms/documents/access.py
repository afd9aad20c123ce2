"""Setting the local roles of a document from its control data and its open edition."""

from czest.qms.documents.rules import access as rules
from plone import api


def people_of(document):
    """Return authors, reviewers and approvers of the open edition; before there is one, the registrar is the author."""
    edition = document.open_edition()
    if edition is None:
        return {"authors": () if document.editions() else document.creators}
    if api.content.get_state(edition) == "draft":
        return {"authors": edition.authors}
    return {"authors": edition.authors, "reviewers": edition.reviewers, "approvers": edition.approvers}


def apply_access(document):
    """Give each person and group the local roles due to them; reindex only when something changed."""
    granted = rules.local_roles(
        owner_unit=document.owner_unit,
        access=document.access,
        distribution=document.distribution,
        **people_of(document),
    )
    restricted = rules.is_restricted(document.access)
    present = {principal: tuple(sorted(roles)) for principal, roles in document.get_local_roles()}
    if present == granted and bool(getattr(document, "__ac_local_roles_block__", False)) == restricted:
        return
    document.__ac_local_roles__ = {principal: list(roles) for principal, roles in granted.items()}
    document.__ac_local_roles_block__ = restricted
    document.reindexObjectSecurity()
