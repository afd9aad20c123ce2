"""Who is asked for which documents is evidence: every change of a template has its entry in the trail."""

from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import actor
from zope.component import queryUtility


#: Key and label of the chain; the templates have no UID.
CHAIN = "routes"


def trace_change(event):
    """Append an entry to the chain of the templates.

    Parameters:
        event: an ``IRouteTemplatesChanged``.
    """
    trail = queryUtility(ITrail)
    if trail is None:
        # Templates outside a site have no trail; one taken away from a site is named by ``verify``.
        return
    trail.append(
        CHAIN,
        label=CHAIN,
        operation=event.change,
        actor=actor(),
        reason=event.reason,
        details=plain_template(event.template),
    )
