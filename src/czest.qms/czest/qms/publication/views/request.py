"""The page on which a publication is asked for, ``…/@@request-publication`` of an edition or a record."""

from czest.qms import _
from czest.qms.bulletin import wording
from czest.qms.documents.views.editing.files import OneFileFieldWidget
from czest.qms.operations.views.form import OperationForm
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.operations.request import IRequestPublication
from czest.qms.publication.views.widgets import ExclusionsFieldWidget
from czest.qms.publication.views.widgets import FilesFieldWidget
from czest.qms.publication.views.widgets import OriginalFieldWidget
from czest.qms.publication.views.widgets import RelationsFieldWidget
from czest.qms.publication.views.widgets import TitlesFieldWidget
from plone import api
from plone.autoform import directives
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate


class IRequestForm(IRequestPublication):
    """The request with widgets of this page."""

    directives.widget("public_files", FilesFieldWidget)
    directives.widget("file_titles", TitlesFieldWidget)
    directives.widget("redacted_file", OneFileFieldWidget)
    directives.widget("redacted_from", OriginalFieldWidget)
    directives.widget("exclusions", ExclusionsFieldWidget)
    directives.widget("relations", RelationsFieldWidget)


#: Sections of the page: id, heading, a sentence (or None) and the fields.
SECTIONS = (
    ("content", _("What becomes public"), None, ("public_files", "without_body", "summary", "public_body")),
    (
        "redaction",
        _("Redacted file"),
        _("Only where a file inside must not be public as a whole."),
        ("redacted_file", "redacted_from"),
    ),
    (
        "exclusions",
        _("Exclusions of openness"),
        _("Only where something was left out: what, on what basis, who excluded it, and in whose interest."),
        ("exclusions",),
    ),
    (
        "metadata",
        _("Metryczka"),
        _("It is shown under the entry. The editor and the time of publication are added by the system."),
        ("responsible_name", "responsible_post", "produced_on", "bip_until"),
    ),
    ("relations", _("Legal acts"), None, ("relations",)),
)


class RequestForm(OperationForm):
    """Performs ``request-publication`` and leads to the findings."""

    template = ViewPageTemplateFile("templates/request.pt")
    schema = IRequestForm
    operation_id = "request-publication"
    is_wide = True

    def publishTraverse(self, request, name):
        """Lead nowhere.

        Raises:
            NotFound: always.
        """
        raise NotFound(name)

    def getContent(self):
        """Return what the form starts with; every file is ticked, but those signed outside."""
        names = list(IPublishable(self.context).files())
        fields = dict.fromkeys(IRequestForm.names(all=True))
        return {**fields, "public_files": names, **self.operation.defaults()}

    def sections(self):
        """Return the sections with their widgets; one without anything to ask is left out."""
        publishable = IPublishable(self.context)
        has_files = bool(publishable.files() or publishable.further_files())
        return [
            {
                "id": name,
                "heading": heading,
                "sentence": sentence,
                "widgets": [
                    self.widgets[field]
                    for field in fields
                    if field in self.widgets and (has_files or field != "public_files")
                ],
            }
            for name, heading, sentence, fields in SECTIONS
            if (has_files or name != "redaction") and any(field in self.widgets for field in fields)
        ]

    def computed_relations(self):
        """Return the acts that the editions name, as the bulletin writes them."""
        words = {kind: translate(label, context=self.request) for kind, label in wording.RELATIONS.items()}
        found = IPublishable(self.context).facts()["relations"]
        return [f"{words[each.kind]} {translate(wording.relation(each), context=self.request)}" for each in found]

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        publishable = self.operation.publishable
        return [
            {"title": _("Start"), "url": api.portal.get().absolute_url()},
            {"title": publishable.symbol, "url": publishable.subject.absolute_url()},
            {"title": self.operation.title, "url": None},
        ]

    def _tell(self, performed):
        api.portal.show_message(self.operation.done, self.request)
        if performed.entry.details["findings"]:
            blocked = _("Something blocks the publication. Put it right, take the request back and ask anew.")
            api.portal.show_message(blocked, self.request, type="warning")
        self.request.response.redirect(f"{self.context.absolute_url()}/@@publication-review")
