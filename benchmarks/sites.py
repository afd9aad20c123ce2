"""The two sites in one database: ours with the demonstration and more documents, and plain Plone beside it."""

from benchmarks.samples import DOCUMENT
from benchmarks.samples import DOCUMENT_TEXT
from benchmarks.samples import DOCUMENT_TITLE
from benchmarks.samples import DOCUMENTS
from benchmarks.samples import FOLDER
from benchmarks.samples import OTHER_TEXT
from benchmarks.samples import other_title
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.samples import READER
from czest.qms.demo.library import do
from czest.qms.demo.library import OFFICER
from czest.qms.demo.library import rich_text
from czest.qms.jobs.making import fill_with_demo
from czest.qms.jobs.making import make_site
from czest.qms.jobs.making import TIME_ZONE
from czest.qms.jobs.site import LANGUAGE
from czest.qms.jobs.site import opened_root
import datetime
from plone import api
from Products.CMFPlone.factory import addPloneSite
import secrets
import transaction


#: What a Plone Classic site has besides its base: content types, caching settings and theme.
CLASSIC = ("plone.app.contenttypes:default", "plone.app.caching:default", "plonetheme.barceloneta:default")


def make_sites(password, sites):
    """Make the sites that are missing, give the reader a password in each, and commit.

    Parameters:
        password: of the reader.
        sites: their ids, of :data:`MAKERS`.
    """
    for site in sites:
        with opened_root() as root:
            if site not in root.objectIds():
                MAKERS[site](root)
            root[site].acl_users.userSetPassword(READER, password)
            transaction.commit()


def make_ours(root):
    """Make our site: the demonstration, then instructions taken over until there are enough documents in force."""
    portal = make_site(root, OURS)
    fill_with_demo(portal)
    library = portal["dokumenty"]
    present = len(portal.portal_catalog(portal_type=["Procedure", "Instruction"], review_state="in_force"))
    for number in range(DOCUMENTS - present):
        take_over(library, number)


def take_over(library, number):
    """Take over one instruction."""
    do(
        OFFICER,
        library,
        "take-over",
        type="Instruction",
        symbol=f"I-KD-{number:03}",
        title=other_title(number),
        owner_unit="KD",
        number=str(1 + number % 7),
        effective_from=datetime.date(2020, 1, 1) + datetime.timedelta(days=7 * number),
        change_description="Zmiana wynikająca z przeglądu.",
        approved_by="Sekretarz Miasta",
        body=rich_text(OTHER_TEXT),
    )


def make_plain(root):
    """Make a Plone Classic site as it comes, with as many published documents of the same texts."""
    folder = make_plain_folder(root)
    add_document(folder, DOCUMENT, DOCUMENT_TITLE, DOCUMENT_TEXT)
    for number in range(DOCUMENTS - 1):
        add_document(folder, f"I-KD-{number:03}", other_title(number), OTHER_TEXT)


def make_plain_folder(root):
    """Make a Plone Classic site as it comes, with an empty published folder, and return the folder."""
    portal = addPloneSite(
        root,
        PLAIN,
        title="Plone",
        extension_ids=CLASSIC,
        default_language=LANGUAGE,
        portal_timezone=TIME_ZONE,
    )
    portal.acl_users.userFolderAddUser(READER, secrets.token_urlsafe(), ["Member"], [])
    folder = api.content.create(portal, "Folder", FOLDER, title="Dokumenty")
    api.content.transition(folder, "publish")
    return folder


def add_document(folder, name, title, text):
    """Add one published document, kept out of the navigation: a tree of all its siblings would be most of its page."""
    document = api.content.create(folder, "Document", name, title=title, text=rich_text(text), exclude_from_nav=True)
    api.content.transition(document, "publish")


#: Id of a site → what makes it.
MAKERS = {OURS: make_ours, PLAIN: make_plain}
