"""Content classes: the container of legal acts, and the act."""

from czest.qms import _
from czest.qms.acts.interfaces import IActsMarker
from czest.qms.acts.interfaces import ILegalActMarker
from czest.qms.acts.schema import IActs
from czest.qms.acts.schema import ILegalAct
from czest.qms.operations.protection import HoldsByOperations
from czest.qms.operations.protection import WrittenByOperations
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IActsMarker, IActs)
class Acts(HoldsByOperations, Container):
    """The legal acts of the office; unordered, because an ordering rewrites itself at every addition."""

    _ordering = "unordered"


@implementer(ILegalActMarker, ILegalAct)
class LegalAct(WrittenByOperations, Item):
    """An act signed by the head of the office; its signed file is the evidence."""

    #: UIDs of the editions that it brought into force, in the order in which that was done.
    editions = ()
    #: Files signed outside the system, oldest first: tuple of dicts, see ``outside_signatures.keeping``.
    outside_signatures = ()

    @property
    def trail_name(self):
        """What the breadcrumbs call the act."""
        return _("order no. ${number}", mapping={"number": self.number})
