"""Schemas of the library, controlled documents and editions.

Control data (title, owner, process, clauses, related documents, distribution, access) is proposed in an edition and
copied to the document when the edition comes into force; administrative data is changed by the quality officer only.
"""

from czest.qms import _
from czest.qms.appearance.choices import CheckBoxesFieldWidget
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.appearance.suggesting import SuggestingFieldWidget
from czest.qms.classification.schema import is_archival_category
from czest.qms.classification.schema import is_jrwa_class
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema


#: Places of the groups of fields in every form, from first to last.
CONTENT, IDENTITY, RESPONSIBILITY, READERS, CLASSIFICATION, ADMINISTRATION, ROUTE, FORCE = range(8)


class IControlData(model.Schema):
    """What readers rely on; part of the digest of an edition."""

    model.fieldset("identity", label=_("Identification"), order=IDENTITY, fields=["title", "description"])
    model.fieldset(
        "responsibility",
        label=_("Responsibility"),
        order=RESPONSIBILITY,
        fields=["owner_unit", "process_owner", "process", "related_documents"],
    )
    model.fieldset("readers", label=_("Readers"), order=READERS, fields=["access", "distribution"])
    model.fieldset(
        "classification", label=_("Classification"), order=CLASSIFICATION, fields=["iso_clauses", "control_standards"]
    )

    directives.widget("related_documents", LinesFieldWidget)
    directives.widget("distribution", LinesFieldWidget)
    directives.widget("iso_clauses", CheckBoxesFieldWidget, vocabulary="czest.qms.IsoClauses")
    directives.widget("control_standards", CheckBoxesFieldWidget, vocabulary="czest.qms.ControlStandards")
    title = schema.TextLine(title=_("Title"), max_length=250)
    description = schema.Text(
        title=_("Purpose"),
        description=_("One sentence: what the document is for."),
        required=False,
        max_length=1000,
        default="",
    )
    owner_unit = schema.Choice(
        title=_("Owner unit"),
        description=_("The organisational unit that answers for the document."),
        vocabulary="czest.qms.Units",
    )
    process_owner = schema.TextLine(
        title=_("Process owner"),
        description=_("The post that answers for the process."),
        required=False,
        default="",
    )
    process = schema.Choice(title=_("Process"), vocabulary="czest.qms.Processes", required=False)
    related_documents = schema.List(
        title=_("Related documents"),
        description=_("Symbols, one a line."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    iso_clauses = schema.List(
        title=_("ISO 9001 clauses"),
        value_type=schema.Choice(vocabulary="czest.qms.IsoClauses"),
        required=False,
        default=[],
    )
    control_standards = schema.List(
        title=_("Management control standards"),
        value_type=schema.Choice(vocabulary="czest.qms.ControlStandards"),
        required=False,
        default=[],
    )
    access = schema.Choice(
        title=_("Access"),
        description=_("Who may read the document inside the office."),
        vocabulary="czest.qms.Access",
        default="staff",
    )
    distribution = schema.List(
        title=_("Distribution list"),
        description=_("Symbols of units, one a line; all means all staff."),
        value_type=schema.TextLine(),
        required=False,
        default=["all"],
    )


class IAdministrativeData(model.Schema):
    """What the quality officer changes with a reason (ARCH-1…3, BIP-1, PR-6)."""

    model.fieldset(
        "administration",
        label=_("Archiving, review and openness"),
        order=ADMINISTRATION,
        fields=["jrwa_class", "archival_category", "review_interval", "openness", "openness_basis"],
    )

    jrwa_class = schema.TextLine(
        title=_("JRWA class"),
        required=False,
        constraint=is_jrwa_class,
    )
    archival_category = schema.TextLine(
        title=_("Archival category"),
        description=_("A, B with years, BE with years, or Bc."),
        required=False,
        constraint=is_archival_category,
    )
    review_interval = schema.Int(
        title=_("Review interval in months"),
        min=1,
        max=120,
        default=12,
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
        description=_(
            "One of the list, or in other words. Left empty, the one that goes with the usual openness of the kind."
        ),
        required=False,
        max_length=250,
    )


class IControlledDocument(IControlData, IAdministrativeData):
    """Identity of a controlled document, and the control data of its edition in force."""

    symbol = schema.TextLine(
        title=_("Symbol"),
        description=_("Allotted at registration and never used again."),
        readonly=True,
    )


class IEditionContent(model.Schema):
    """What an edition says; part of its digest."""

    model.fieldset(
        "content",
        label=_("Content"),
        order=CONTENT,
        fields=["change_description", "body", "source_file", "attachments"],
    )

    change_description = schema.Text(
        title=_("Description of the change"),
        description=_("One or two sentences; they go to the change log."),
        required=False,
        max_length=2000,
        default="",
    )
    body = RichText(
        title=_("Text"),
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )
    source_file = NamedBlobFile(
        title=_("Source file"),
        description=_("ODT, DOCX, PDF or TXT. Classified information must not enter this system."),
        required=False,
    )
    attachments = schema.List(
        title=_("Attachments"),
        description=_("Forms and other files. Classified information must not enter this system."),
        value_type=NamedBlobFile(title=_("Attachment")),
        required=False,
        default=[],
    )


class IRoute(model.Schema):
    """Who checks and approves the edition, and when it is to come into force."""

    model.fieldset("route", label=_("Review and approval"), order=ROUTE, fields=["reviewers", "approvers"])
    model.fieldset(
        "force", label=_("Entry into force"), order=FORCE, fields=["effective_from", "legal_act", "approval_basis"]
    )

    directives.widget("reviewers", CheckBoxesFieldWidget, vocabulary="czest.qms.Reviewers")
    directives.widget("approvers", CheckBoxesFieldWidget, vocabulary="czest.qms.Approvers")
    reviewers = schema.List(
        title=_("Reviewers"),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    approvers = schema.List(
        title=_("Approvers"),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    effective_from = schema.Date(
        title=_("Effective from"),
        description=_("The day on which the edition is to come into force."),
        required=False,
    )
    legal_act = schema.TextLine(
        title=_("Legal act"),
        description=_("Number of the order that brings the edition in, such as k.14.2024."),
        required=False,
        max_length=50,
    )
    approval_basis = schema.TextLine(
        title=_("Basis of approval"),
        description=_("The order or the authorisation to approve."),
        required=False,
        max_length=250,
    )


class IEdition(IControlData, IEditionContent, IRoute):
    """One revision of a controlled document."""

    number = schema.TextLine(title=_("Edition number"), readonly=True)
    authors = schema.Tuple(title=_("Authors"), value_type=schema.TextLine(), readonly=True, required=False, default=())
    in_force_from = schema.Date(title=_("In force from"), readonly=True, required=False)
    in_force_to = schema.Date(title=_("In force to"), readonly=True, required=False)
    awaits_act = schema.Bool(title=_("Waits for a legal act"), readonly=True, required=False, default=False)
    retroactive_from = schema.Date(title=_("With force from"), readonly=True, required=False)
    digest = schema.ASCIILine(title=_("Digest"), readonly=True, required=False)


class ILibrary(model.Schema):
    """The container of controlled documents."""

    title = schema.TextLine(title=_("Title"))
