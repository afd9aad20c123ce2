"""Interfaces of the documents room."""

from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.operations.interfaces import IOperable
from czest.qms.outside_signatures.interfaces import ICarriesOutsideSignatures
from zope.interface import Interface


class ILibraryMarker(IOperable):
    """Marks the library."""


class IControlledDocumentMarker(IOperable, IHasTrail):
    """Marks controlled documents of every kind."""


class IEditionMarker(ICarriesOutsideSignatures, IHasTrail):
    """Marks editions."""


class IRouteAhead(Interface):
    """The route that a draft will go; an adapter of the edition, given by the room that keeps the routes."""

    def template_title(data=None):
        """Return the title of the template that sets the route, or None where people are named in the edition.

        Parameters:
            data: values that are about to be saved in the edition, by field name.
        """

    def stages():
        """Return the stages, as a tuple of ``rules.route.Stage``."""

    def sentences(request):
        """Return a sentence for each stage: who is asked, by which rule, for how many days."""


class INumbering(Interface):
    """Local utility: symbols that were ever used, and the counters of their series."""

    def preview(pattern, unit):
        """Return the symbol that would be allotted now."""

    def allot(pattern, unit, uid):
        """Take the next free symbol of a series for the document with this UID and return it."""

    def reserve(symbol, uid):
        """Take a symbol chosen by hand."""

    def is_taken(symbol):
        """Tell whether a symbol was ever used."""

    def free_neighbour(symbol):
        """Return the next unused symbol of the same look, or None."""

    def uid_of(symbol):
        """Return the UID of the document with this symbol, or None."""


class IPresence(Interface):
    """Local utility: who is editing which edition at this moment."""

    def note(uid, login):
        """Note that a person is editing an edition now."""

    def others(uid, login):
        """Return the logins of the others who are editing an edition now, sorted."""

    def prune():
        """Forget editions that nobody has edited for a day; return how many."""


class ILegalActs(Interface):
    """Utility by which the room of legal acts, above this one, tells where an act is."""

    def address(number):
        """Return the address of the act with a number, or None where there is none that this person may see."""


class IFillableForms(Interface):
    """Forms that a person may fill in here; an adapter of (document, request), given by the room of records."""

    def forms():
        """Return the forms as a list of dicts with ``title`` and ``url``, the address where one is filled in.

        On a form that is the form itself; on another document those that belong to it.
        """


class ICourse(Interface):
    """Where the way of an object through its workflow is shown; an adapter of (object, request), given by a higher room."""

    def address():
        """Return the address of that page, or None for those who neither act on the object nor see its trail."""


class IKeeping(Interface):
    """How long an edition is kept; an adapter of the edition, given by the room of records."""

    def until():
        """Return the last day of keeping, a date; None while the clock does not run, or where there is no such day."""


class IPublicity(Interface):
    """What is known of an edition in the bulletin; an adapter of the edition, given by the room of publication."""

    def address():
        """Return the public address of its entry while that is shown as in force, or None."""

    def block(request):
        """Return what those who work on its publication see, or None for everybody else.

        A dict with ``plate`` (as in ``appearance.states.plate``, or None), ``rows`` (dicts with ``label`` and
        ``value``) and ``acts`` (dicts with ``title``, ``url``, ``is_dialog`` and ``is_dangerous``).
        """


class IRemarksBeside(Interface):
    """Remarks on an edition as this person may see them; an adapter of (edition, request), given by the room of remarks."""

    def count():
        """Return what the strip says, or None for a reader.

        A dict with ``open`` (their number), ``words``, ``url`` and ``add_url`` (or None where none may be added).
        """

    def marked(html):
        """Return the text of the page with the passages of open remarks marked.

        Parameters:
            html: safe HTML of the text.
        """

    def block():
        """Return the threads as HTML; an empty string for a reader."""

    def block_for_author():
        """Return the open remarks as HTML for the editing page; an empty string where there are none."""
