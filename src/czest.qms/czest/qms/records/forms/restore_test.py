"""Report of a test of restoring a backup (protokół z testu odtworzenia; SEC-6)."""

from czest.qms import _
from czest.qms.records.forms import RecordForm
from czest.qms.records.schema import TYPED
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


RESULTS = SimpleVocabulary(
    [
        SimpleTerm("whole", "whole", _("Everything was restored")),
        SimpleTerm("part", "part", _("Restored in part")),
        SimpleTerm("failed", "failed", _("Nothing was restored")),
    ]
)


class IRestoreTest(model.Schema):
    """Which copy was restored, how long it took, and what came of it."""

    model.fieldset(
        "typed",
        label=_("Report of a restore test"),
        order=TYPED,
        fields=["system", "copy_from", "tested_on", "minutes", "result", "differences", "conclusions"],
    )
    system = schema.TextLine(title=_("System"), max_length=250)
    copy_from = schema.Date(title=_("Backup of"))
    tested_on = schema.Date(title=_("Tested on"))
    minutes = schema.Int(title=_("Time of restoring in minutes"), min=0, max=100_000)
    result = schema.Choice(title=_("Result"), vocabulary=RESULTS)
    differences = schema.Text(title=_("Differences found"), required=False, max_length=4000, default="")
    conclusions = schema.Text(title=_("Conclusions"), required=False, max_length=4000, default="")


RESTORE_TEST = RecordForm(_("Report of a restore test"), IRestoreTest)
