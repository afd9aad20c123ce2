"""What the operations on legal acts share."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.storing import stored
from czest.qms.operations.base import Operation
from czest.qms.outside_signatures.keeping import examined
from czest.qms.outside_signatures.keeping import keep
from czest.qms.outside_signatures.operations.base import warnings
from czest.qms.outside_signatures.verification import DETAIL
from czest.qms.outside_signatures.words import refusal


class ActOperation(Operation):
    """An operation of the quality officer on an act, or on the container of acts."""

    permission = "czest.qms: Record act"


def check_date(day):
    """An act is recorded once it is signed."""
    if day is not None and day > clock.today():
        return [("date", _("The day has not come yet: an act is recorded once it is signed."))]
    return []


class SignedActOperation(ActOperation):
    """An operation that may bring the signed file of an act: it is screened as any other, and its signature verified."""

    #: On the signature of the file, once :meth:`check_signed_file` has been asked.
    report = None

    def check_signed_file(self, named_file):
        """A file that is not what was signed is not taken in; one that cannot be verified is."""
        if named_file is None:
            return []
        errors = screen_file("signed_file", named_file, ALLOWED_TYPES)
        if not errors:
            self.report = examined(named_file)
            sentence = refusal(self.report)
            errors = [("signed_file", sentence)] if sentence else []
        return errors

    def keep_signed_file(self, act, named_file):
        """Give an act its signed file for ever, and return what the trail says of it."""
        if named_file is None:
            return {}
        act.signed_file = stored(named_file)
        return {DETAIL: keep(act, act.signed_file, None, self.report)}

    def signature_warnings(self):
        """Return what is said of a signature that is not valid; acts without one are usual."""
        return warnings(self.report) if self.report and self.report["signatures"] else []
