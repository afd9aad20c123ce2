"""What befalls entries of the bulletin: the workflow manager tells it, see ``IUnaskedChange``."""

from czest.qms import _
from czest.qms.bulletin.interfaces import IBulletinEntry
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.operations.base import UnaskedChange
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import SCHEDULER
from czest.qms.publication.operations.unpublish import Unpublish


class EntryArchived(UnaskedChange):
    """The entry stays, as an archived version."""

    id = "archive"
    title = _("Becoming an archived version")
    order = 10
    fires = ("archive",)
    who = (SCHEDULER,)
    condition = _("the edition is not in force any more, or a newer one is published")
    tells = (BIP_EDITOR,)
    possible_in = frozenset({PUBLISHED})
    concerns = IBulletinEntry


class EntryWithdrawn(UnaskedChange):
    """A note stays in the place of the entry."""

    id = "unpublish"
    title = Unpublish.title
    order = 20
    fires = ("withdraw",)
    who = Unpublish.who
    condition = _("in the intranet; reason")
    tells = Unpublish.tells
    possible_in = frozenset({PUBLISHED, ARCHIVED})
    concerns = IBulletinEntry


class EntryOver(EntryWithdrawn):
    """The same, by the scheduler."""

    id = "unpublish-over"
    title = _("End of the time in the BIP")
    order = 30
    who = (SCHEDULER,)
    condition = _("its last day in the bulletin has passed")
