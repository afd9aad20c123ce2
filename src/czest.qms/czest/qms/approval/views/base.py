"""What the pages of templates share."""

from czest.qms import _
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.messages import notes_of
from czest.qms.approval.messages import OWNER_HEAD_TITLE
from czest.qms.approval.messages import PURPOSES
from czest.qms.approval.rules.templates import OWNER_HEAD
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import Stage
from czest.qms.documents.rules.route import title_of
from czest.qms.organisation.views.base import OfficerView
from functools import cached_property
from zExceptions import NotFound
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


LIST = "routes"
ABOVE = ((_("Routes"), LIST),)


class RoutesView(OfficerView):
    """A page about templates of routes."""

    above = ABOVE

    @cached_property
    def templates(self):
        return getUtility(IRouteTemplates)

    @cached_property
    def kinds(self):
        """Titles of kinds of documents by portal type."""
        vocabulary = getUtility(IVocabularyFactory, "czest.qms.Kinds")(self.context)
        return {term.value: term.title for term in vocabulary}

    @cached_property
    def processes(self):
        """Titles of processes by id."""
        vocabulary = getUtility(IVocabularyFactory, "czest.qms.Processes")(self.context)
        return {term.value: term.title for term in vocabulary}

    @property
    def template_asked(self):
        """The template that the address names.

        Raises:
            NotFound: when there is none.
        """
        asked = self.request.form.get("id", "")
        try:
            return self.templates.template(asked if isinstance(asked, str) else "")
        except KeyError as error:
            raise NotFound(asked) from error

    def scope(self, template):
        """Return for which documents a template is, as rows of label and value."""
        units = self.organisation.units
        named = {symbol: f"{symbol} {units[symbol].title}" for symbol in template.units if symbol in units}
        return [
            {"label": label, "value": ", ".join(known.get(one, one) for one in sorted(chosen)) or every}
            for label, chosen, known, every in (
                (_("Kinds of documents"), template.kinds, self._translated(self.kinds), _("every kind")),
                (_("Units"), template.units, named, _("every unit")),
                (_("Processes"), template.processes, self._translated(self.processes), _("every process")),
            )
        ]

    def _translated(self, titles):
        return {name: self.translate(title) for name, title in titles.items()}

    def stages(self, template):
        """Return the stages of a template as words: ``purpose``, ``people`` and ``notes``."""
        return [
            {
                "purpose": PURPOSES[stage.purpose],
                "people": [self.title_asked(asked) for asked in stage.asked],
                "notes": notes_of(
                    Stage("", stage.purpose, stage.asked, stage.rule, stage.quorum, stage.in_sequence, stage.days)
                ),
            }
            for stage in template.stages
        ]

    def title_asked(self, asked):
        """Return what people call somebody whom a template asks."""
        if asked.kind == OWNER_HEAD:
            return OWNER_HEAD_TITLE
        return self.full_name(asked.id) if asked.kind == PERSON else title_of(asked, self.organisation)
