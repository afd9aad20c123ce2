"""Report of an internal audit of the quality system (raport z auditu; ISO 9001, 9.2)."""

from czest.qms import _
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.records.forms import RecordForm
from czest.qms.records.schema import TYPED
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IAuditReport(model.Schema):
    """Who was audited, by what criteria, and what was found."""

    model.fieldset(
        "typed",
        label=_("Audit report"),
        order=TYPED,
        fields=[
            "audited_unit",
            "audited_from",
            "audited_until",
            "criteria",
            "auditors",
            "strengths",
            "observations",
            "nonconformities",
            "conclusions",
        ],
    )
    directives.widget("strengths", LinesFieldWidget)
    directives.widget("observations", LinesFieldWidget)
    directives.widget("nonconformities", LinesFieldWidget)
    audited_unit = schema.Choice(title=_("Audited unit"), vocabulary="czest.qms.Units")
    audited_from = schema.Date(title=_("First day of the audit"))
    audited_until = schema.Date(title=_("Last day of the audit"))
    criteria = schema.Text(title=_("Criteria"), description=_("Clauses of the norm and documents."), max_length=2000)
    auditors = schema.TextLine(
        title=_("Auditors"), description=_("Posts; the names stand in the file."), max_length=500
    )
    strengths = schema.List(
        title=_("Strengths"),
        description=_("One a line."),
        value_type=schema.TextLine(max_length=1000),
        required=False,
        default=[],
    )
    observations = schema.List(
        title=_("Observations"),
        description=_("One a line."),
        value_type=schema.TextLine(max_length=1000),
        required=False,
        default=[],
    )
    nonconformities = schema.List(
        title=_("Nonconformities"),
        description=_("One a line, with the symbol of the nonconformity report."),
        value_type=schema.TextLine(max_length=1000),
        required=False,
        default=[],
    )
    conclusions = schema.Text(title=_("Conclusions"), required=False, max_length=4000, default="")


AUDIT_REPORT = RecordForm(_("Audit report"), IAuditReport)
