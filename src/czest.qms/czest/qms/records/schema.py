"""Schemas of the container, of series and of records."""

from czest.qms import _
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.appearance.suggesting import SuggestingFieldWidget
from czest.qms.classification.schema import is_archival_category
from czest.qms.documents.views.editing.files import FilesFieldWidget
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema


#: Places of the groups of fields in every form of records, from first to last.
EVIDENCE, TYPED, ARCHIVING, READERS = range(4)

CLASSIFIED = _("Classified information must not enter this system.")


class IRecords(model.Schema):
    """The container of series."""

    title = schema.TextLine(title=_("Title"))


class IReaders(model.Schema):
    """Who may read, inside and outside the office."""

    model.fieldset(
        "readers",
        label=_("Readers"),
        order=READERS,
        fields=["access", "distribution", "openness", "openness_basis"],
    )

    directives.widget("distribution", LinesFieldWidget)
    access = schema.Choice(
        title=_("Access"),
        description=_("Who may read it inside the office."),
        vocabulary="czest.qms.Access",
        required=False,
    )
    distribution = schema.List(
        title=_("Distribution list"),
        description=_("Symbols of units, one a line; all means all staff."),
        value_type=schema.TextLine(),
        required=False,
    )
    openness = schema.Choice(
        title=_("Openness"),
        description=_("Decided by the quality officer; nothing is public by state alone."),
        vocabulary="czest.qms.Openness",
        required=False,
    )
    directives.widget("openness_basis", SuggestingFieldWidget, vocabulary="czest.qms.OpennessBases")
    openness_basis = schema.TextLine(
        title=_("Legal basis of openness"),
        description=_("One of the list, or in other words."),
        required=False,
        max_length=250,
    )


class ISeriesData(IReaders):
    """What is said of a series, and holds for its records unless they say otherwise."""

    title = schema.TextLine(title=_("Title"), max_length=250)
    procedure = schema.TextLine(
        title=_("Procedure"),
        description=_("Symbol of the document that asks for these records, such as PS-04."),
        required=False,
        max_length=40,
        default="",
    )
    form = schema.TextLine(
        title=_("Form"),
        description=_("Symbol of the form that is filled in, such as F-PS01-1."),
        required=False,
        max_length=40,
        default="",
    )
    record_form = schema.Choice(
        title=_("Fields"),
        description=_("Kinds of record with fields of their own."),
        vocabulary="czest.qms.RecordForms",
        required=False,
    )
    owner_unit = schema.Choice(
        title=_("Unit"),
        description=_("The organisational unit that keeps the records."),
        vocabulary="czest.qms.Units",
    )
    #: Which class may be chosen depends on the day: ``checks.check_class`` tells, with the article.
    directives.widget("jrwa_class", SuggestingFieldWidget, vocabulary="czest.qms.JrwaClasses")
    directives.widget("archival_category", SuggestingFieldWidget, vocabulary="czest.qms.ArchivalCategories")
    jrwa_class = schema.TextLine(title=_("JRWA class"), max_length=10)
    archival_category = schema.TextLine(
        title=_("Archival category"),
        description=_("A, B with years, BE with years, or Bc. Left empty, the one of the class."),
        required=False,
        constraint=is_archival_category,
    )
    bulletin_section = schema.Choice(
        title=_("Section of the bulletin"),
        description=_("Where its records stand in the BIP once they are published. Left empty, by the kind of record."),
        vocabulary="czest.qms.BulletinSections",
        required=False,
    )


class IRecordSeries(ISeriesData):
    """A series of records."""

    symbol = schema.TextLine(title=_("Symbol"), readonly=True)


class IRecordData(IReaders):
    """What is said of every record."""

    model.fieldset(
        "archiving",
        label=_("Case and archiving"),
        order=ARCHIVING,
        fields=["case_sign", "closed_on", "jrwa_class", "archival_category"],
    )
    directives.widget("files", FilesFieldWidget)
    title = schema.TextLine(title=_("Title"), max_length=250)
    evidence_of = schema.Text(
        title=_("What it proves"),
        description=_("One sentence: what was done, checked or decided."),
        required=False,
        max_length=1000,
        default="",
    )
    created_on = schema.Date(
        title=_("Date of the record"),
        description=_("The day on which it was drawn up. Left empty, the day on which the case was closed, or today."),
        required=False,
    )
    files = schema.List(
        title=_("Files"),
        description=CLASSIFIED,
        value_type=NamedBlobFile(title=_("File")),
        required=False,
        default=[],
    )
    case_sign = schema.TextLine(
        title=_("Case sign"),
        description=_("As in the register of cases, such as PJ.0142.3.2026."),
        required=False,
        max_length=60,
        default="",
    )
    closed_on = schema.Date(
        title=_("Case closed on"),
        description=_("From the end of this year the years of keeping are counted. Left empty while the case goes on."),
        required=False,
    )
    directives.widget("jrwa_class", SuggestingFieldWidget, vocabulary="czest.qms.JrwaClasses")
    directives.widget("archival_category", SuggestingFieldWidget, vocabulary="czest.qms.ArchivalCategories")
    jrwa_class = schema.TextLine(
        title=_("JRWA class"),
        description=_("Left empty, the one of the series."),
        required=False,
        max_length=10,
    )
    archival_category = schema.TextLine(
        title=_("Archival category"),
        description=_("Left empty, the one of the series."),
        required=False,
        constraint=is_archival_category,
    )


class IRecord(IRecordData):
    """A record."""

    symbol = schema.TextLine(title=_("Symbol"), readonly=True)
    procedure = schema.TextLine(title=_("Procedure"), readonly=True, required=False, default="")
    form = schema.TextLine(title=_("Form"), readonly=True, required=False, default="")
    form_edition = schema.TextLine(title=_("Edition of the form"), readonly=True, required=False, default="")
    record_form = schema.TextLine(title=_("Kind of record"), readonly=True, required=False)
    owner_unit = schema.TextLine(title=_("Unit"), readonly=True)
    author = schema.TextLine(title=_("Drawn up by"), readonly=True)
    author_name = schema.TextLine(title=_("Name of the author"), readonly=True, required=False, default="")
    author_post = schema.TextLine(title=_("Post of the author"), readonly=True, required=False, default="")
    digest = schema.ASCIILine(title=_("Digest"), readonly=True, required=False)
