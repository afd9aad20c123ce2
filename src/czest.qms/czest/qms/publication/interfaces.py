"""Interfaces of the publication room."""

from czest.qms import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface


class IPublicationLedger(Interface):
    """Local utility: every publication that was asked for, and what became of it."""

    intents = Attribute("``{case id: Intent}``: what was begun in the bulletin; settled by ``reconciling``")
    pages = Attribute("``pages.keeping.Pages``: every version of the bulletin's own pages")
    journal = Attribute("``journal.keeping.Journal``: what changed in the bulletin, what was refused, who looked")
    lists = Attribute("``lists.Lists``: numbers of cases in the orders that pages ask for")

    def open_case(uid, **facts):
        """Make a case of the object with this UID and return it."""

    def case(number):
        """Return the case with a number.

        Raises:
            KeyError: when there is none.
        """

    def cases():
        """Yield every case, newest first."""

    def cases_of(uid):
        """Return the cases of an object, newest first."""

    def cases_under(symbol):
        """Return the cases of a document or record and of all its editions, newest first."""

    def in_state(*states):
        """Return the cases in these states, oldest first; no other case is loaded."""

    def note_outdated(outdated):
        """Note that copies of something public are no longer true (``rules.copies.Outdated``)."""

    def outdated():
        """Return what was noted, ``{number: Outdated}``."""

    def settle_outdated(number, outdated):
        """Replace what was noted under a number, or with None forget it."""

    def count(*states):
        """Return how many cases are in these states; no case is loaded."""


class IMayBePublished(Interface):
    """Marks what may be published: editions and records."""


class IPublishable(Interface):
    """What may be published: an adapter of an edition or a record."""

    subject = Attribute("The document of an edition; a record itself")
    version = Attribute("Message such as “edition 6”, or None for a record")
    name = Attribute("What letters call it, in the language of the site: symbol, title and edition")
    produced_on = Attribute("Day on which it was produced, or None")
    responsible = Attribute("Name and post of whoever answers for it, where that is known; else None")

    symbol = Attribute("Symbol of the document or record")
    number = Attribute("Number of the edition; empty for a record")
    state = Attribute("State id")
    openness = Attribute("Degree of openness, see BIP-1")
    openness_basis = Attribute("Legal basis of the openness, in words")
    author_set = Attribute("Logins of everybody who wrote it")
    owner_unit = Attribute("Symbol of the unit that answers for it")

    def files():
        """Return the files that become public unless others are named, ``{name: NamedBlobFile}``."""

    def further_files():
        """Return the files that become public only where they are named, ``{name: NamedBlobFile}``."""

    def facts():
        """Return what a snapshot says of it, by the names of ``bulletin.snapshot.Snapshot``."""

    def text():
        """Return the text inside as HTML, or an empty text."""

    def texts():
        """Return the other texts inside that may become public, by the names of ``Snapshot``."""

    def links():
        """Return the files inside for the page, in the order of :meth:`files` and
        :meth:`further_files`: ``name``, ``url`` and ``note``."""


class IPublicationSettings(Interface):
    """What the office decides about its bulletin; records of the registry under ``czest.qms.publication``."""

    entity = schema.TextLine(
        title=_("Body that makes the information available"),
        description=_("Written in the metryczka of every entry."),
        default="Urząd Miasta Częstochowy",
    )
    phone = schema.TextLine(title=_("Telephone for the public"), required=False, default="34 000 00 00")
    email = schema.TextLine(title=_("E-mail address for the public"), required=False, default="bip@urzad.example")
    mail_domains = schema.List(
        title=_("Domains of the office's electronic mail"),
        description=_("Addresses in these domains belong to the office and are not personal data."),
        value_type=schema.TextLine(),
        required=False,
        default=["urzad.example"],
    )
    years = schema.Int(
        title=_("Usual years in the bulletin"),
        description=_("Proposed as the last day when a publication is requested."),
        min=1,
        max=50,
        default=5,
    )
    days_to_decide = schema.Int(
        title=_("Days to decide on a request"),
        min=1,
        max=60,
        default=7,
    )
    public_address = schema.URI(
        title=_("Public address of the bulletin"),
        description=_("Whole, such as https://bip.example.pl; links to entries begin with it."),
        required=False,
    )
