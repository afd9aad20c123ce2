"""The route that an edition would go by if it were submitted now: of the applying template, or of its short form."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.rules.materialising import ancestors_of
from czest.qms.approval.rules.materialising import materialised
from czest.qms.approval.rules.templates import applying
from czest.qms.documents.rules.route import short_form
from czest.qms.documents.rules.route import with_usual_days
from czest.qms.documents.settings import usual_days
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.component import queryUtility


def template_for(edition, data=None):
    """Return the template that applies to an edition, or None.

    Parameters:
        edition: the edition.
        data: values that are about to be saved in it, by field name.
    """
    kept = queryUtility(IRouteTemplates)
    if kept is None:
        # A site of an earlier version, until it is upgraded.
        return None
    data = data or {}
    owner = data.get("owner_unit", edition.owner_unit)
    ancestors = ancestors_of(getUtility(IDirectory).organisation(), owner)
    process = data.get("process", edition.process)
    return applying(kept.templates(), edition.document.portal_type, ancestors, process)


def proposed_route(edition):
    """Return the stages that an edition would go by if it were submitted now."""
    template = template_for(edition)
    if template is None:
        stages = short_form(edition.reviewers, edition.approvers)
    else:
        stages = materialised(template, edition.owner_unit, getUtility(IDirectory).organisation())
    return with_usual_days(stages, usual_days())


def kept_of_template(template):
    """Return what an edition keeps of the template of its route, or None."""
    return template and {
        "id": template.id,
        "title": template.title,
        "keeps_signatures": template.keeps_signatures,
    }
