"""What the operations on legal acts share."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.operations.base import Operation


class ActOperation(Operation):
    """An operation of the quality officer on an act, or on the container of acts."""

    permission = "czest.qms: Record act"


def check_date(day):
    """An act is recorded once it is signed."""
    if day is not None and day > clock.today():
        return [("date", _("The day has not come yet: an act is recorded once it is signed."))]
    return []


def check_signed_file(named_file):
    """The signed file passes the same screening as any other."""
    return [] if named_file is None else screen_file("signed_file", named_file, ALLOWED_TYPES)
