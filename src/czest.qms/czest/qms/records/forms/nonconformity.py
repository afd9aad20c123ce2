"""Nonconformity report (karta niezgodności; ISO 9001, 10.2)."""

from czest.qms import _
from czest.qms.records.forms import RecordForm
from czest.qms.records.forms.deadline import Deadline
from czest.qms.records.schema import TYPED
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SOURCES = SimpleVocabulary(
    [
        SimpleTerm("audit", "audit", _("Internal audit")),
        SimpleTerm("complaint", "complaint", _("Complaint or motion")),
        SimpleTerm("process", "process", _("Running of the process")),
        SimpleTerm("review", "review", _("Management review")),
        SimpleTerm("other", "other", _("Other source")),
    ]
)


class INonconformity(model.Schema):
    """What was found, why, and what was done about it."""

    model.fieldset(
        "typed",
        label=_("Nonconformity report"),
        order=TYPED,
        fields=[
            "source",
            "found_on",
            "requirement",
            "finding",
            "cause",
            "correction",
            "action",
            "action_due",
            "responsible_post",
            "effective",
        ],
    )
    source = schema.Choice(title=_("Source"), vocabulary=SOURCES)
    found_on = schema.Date(title=_("Found on"))
    requirement = schema.TextLine(
        title=_("Requirement not met"), description=_("Clause of the norm or of the document."), max_length=250
    )
    finding = schema.Text(title=_("What was found"), max_length=4000)
    cause = schema.Text(title=_("Cause"), required=False, max_length=4000, default="")
    correction = schema.Text(title=_("Correction"), required=False, max_length=4000, default="")
    action = schema.Text(title=_("Corrective action"), required=False, max_length=4000, default="")
    action_due = Deadline(title=_("Action due on"), met_by="effective", required=False)
    responsible_post = schema.TextLine(title=_("Responsible post"), required=False, max_length=250, default="")
    effective = schema.Bool(title=_("The action was effective"), required=False)


NONCONFORMITY = RecordForm(_("Nonconformity report"), INonconformity)
