"""What the author of a draft will meet: the stages, who is asked in each, by which rule, for how many days."""

from czest.qms.approval.claiming import logins_of
from czest.qms.approval.messages import notes_of
from czest.qms.approval.messages import PURPOSES
from czest.qms.approval.proposing import proposed_route
from czest.qms.approval.proposing import template_for
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.interfaces import IRouteAhead
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import title_of
from czest.qms.documents.rules.route import UNIT
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


@implementer(IRouteAhead)
@adapter(IEditionMarker)
class RouteAhead:
    """See :class:`IRouteAhead`."""

    def __init__(self, edition):
        self.edition = edition

    def template_title(self, data=None):
        template = template_for(self.edition, data)
        return template and template.title

    def stages(self):
        return proposed_route(self.edition)

    def sentences(self, request):
        return sentences(self.stages(), request)


def sentences(stages, request):
    """Return a sentence for each stage."""
    return [sentence(stage, request) for stage in stages]


def sentence(stage, request):
    """Return the sentence of one stage: "Sprawdzenie: Radca prawny (Jan Kowalski); 7 dni"."""
    people = ", ".join(with_names(asked) for asked in stage.participants)
    notes = (translate(note, context=request) for note in notes_of(stage))
    return f"{translate(PURPOSES[stage.purpose], context=request)}: {'; '.join(filter(None, (people, *notes)))}"


def with_names(asked):
    """Return a post with its holders, a unit, or a person with the post."""
    directory = getUtility(IDirectory)
    if asked.kind == PERSON:
        name, post = full_name(asked.id), directory.post_title(asked.id)
        return f"{post} ({name})" if post and post != name else name
    title = title_of(asked, directory.organisation())
    names = [] if asked.kind == UNIT else sorted({full_name(login) for login in logins_of(asked)} - {title})
    return f"{title} ({', '.join(names)})" if names else title
