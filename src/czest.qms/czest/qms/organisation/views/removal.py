"""Removing: a page that says what is removed, or why it cannot be."""

from czest.qms import _
from czest.qms.organisation.views.forms import OfficerForm


class Removal(OfficerForm):
    """A form without fields, whose button stands there only when nothing is in the way."""

    verdict = _("It cannot be removed.")

    def fields(self):
        return ()
