"""Documents of the demonstration: the past is taken over, running editions go their real way."""

from czest.qms import clock
from czest.qms.approval.claiming import logins_of
from czest.qms.demo.forms import form_file
from czest.qms.demo.forms import MEDIA_TYPE
from czest.qms.demo.reading import data_of
from czest.qms.demo.reading import day_named
from czest.qms.demo.reading import text_of
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.operations.base import operation_named
from czest.qms.operations.performing import perform
import datetime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from zope.globalrequest import getRequest


OFFICER = "pelnomocnik"

#: Fields of a document in the data that operations take as they are.
IDENTITY = (
    "title",
    "description",
    "owner_unit",
    "process",
    "iso_clauses",
    "control_standards",
    "related_documents",
    "access",
    "distribution",
    "jrwa_class",
    "archival_category",
    "review_interval",
    "openness",
    "openness_basis",
)

#: Days before today on which a running edition was begun and submitted.
BEGUN, SUBMITTED = 12, 6

#: States that a running edition passes, in order.
ROAD = ("draft", "in_review", "pending_approval", "approved")

#: Kind of signature → operation that gives it.
OPERATIONS = {REVIEW: "review", APPROVAL: "approve"}


def do(login, content, operation_id, **data):
    """Perform an operation as a person of the demonstration and return what was changed or made."""
    with api.env.adopt_user(username=login):
        return perform(operation_named(content, getRequest(), operation_id), data).changed


def fill_library(library, accounts, follow):
    """Make every document of the demonstration.

    Parameters:
        library: the empty library.
        accounts: ``{login: {"password": …}}``, needed to sign.
        follow: function that is given each edition that was taken over, while it is in force.
    """
    documents = data_of("documents.json")
    for data in documents:
        make_document(library, data, accounts, follow)
    for data in documents:
        if "open_edition" in data:
            run_edition(library[data["symbol"]], data["open_edition"], accounts)


def make_document(library, data, accounts, follow):
    """Make the past editions of a document; one without a past is registered."""
    identity = {name: data[name] for name in IDENTITY}
    if not data["editions"]:
        register(library, data, identity)
    for edition in data["editions"]:
        if "course" in edition:
            lead_to_approval(library, data, identity, edition, accounts)
        else:
            follow(take_over(library, data, identity, edition))


def register(library, data, identity):
    """Register a document, related to those that are there by now, and return it."""
    known = [symbol for symbol in identity["related_documents"] if symbol in library]
    values = {**identity, "related_documents": known}
    return do(OFFICER, library, "register", kind=data["kind"], symbol=data["symbol"], **values)


def lead_to_approval(library, data, identity, edition, accounts):
    """Register a document and lead its first edition to approval, each step on its day; its act does the rest."""
    course = edition["course"]
    with on_day(course["begun"]):
        opened = do(course["author"], register(library, data, identity), "open-revision")
        values = {
            "change_description": edition["change_description"],
            "body": rich_text(edition["text"]),
            "effective_from": datetime.date.fromisoformat(edition["effective_from"]),
        }
        do(course["author"], opened, "save", **values)
    with on_day(course["submitted"]):
        do(course["author"], opened, "submit")
    with on_day(course["signed"]):
        sign_on_the_way(opened, "approved", accounts)


def take_over(library, data, identity, edition):
    """Take over one past edition and return it."""
    return do(
        OFFICER,
        library,
        "take-over",
        **identity,
        type=data["kind"],
        symbol=data["symbol"],
        number=edition["number"],
        effective_from=datetime.date.fromisoformat(edition["effective_from"]),
        change_description=edition["change_description"],
        legal_act=edition["legal_act"],
        prepared_by=edition["prepared_by"],
        checked_by=edition["checked_by"],
        approved_by=edition["approved_by"],
        body=rich_text(edition["text"]),
        source_file=source_file(edition, data["title"]),
    )


def source_file(edition, title):
    """Return the file that is filled in, or None of an edition that is only read."""
    name = edition.get("source_file")
    return name and NamedBlobFile(form_file(name, title), MEDIA_TYPE, name)


def run_edition(document, data, accounts):
    """Lead a running edition to the state it is in."""
    author = data["author"]
    with days_ago(BEGUN):
        edition = do(author, document, "open-revision")
        do(author, edition, "save", **content_of(data))
    if data["state"] == "draft":
        return
    with days_ago(SUBMITTED):
        do(author, edition, "submit")
    sign_on_the_way(edition, data["state"], accounts)


def sign_on_the_way(edition, state, accounts):
    """Give the signatures that lead to a state, each by the first of those asked whose turn it is."""
    while ROAD.index(state_of(edition)) < ROAD.index(state):
        stage = edition.course.current
        login = signer_of(edition, stage)
        do(login, edition, OPERATIONS[stage.act], password=accounts[login]["password"])


def signer_of(edition, stage):
    """Return the login of somebody who is asked in a stage and may sign it now."""
    asked = [login for waiting in edition.course.waiting(stage) for login in sorted(logins_of(waiting))]
    return next(login for login in asked if may_sign(login, edition, stage))


def may_sign(login, edition, stage):
    """Tell whether a person may sign a stage now."""
    with api.env.adopt_user(username=login):
        return operation_named(edition, getRequest(), OPERATIONS[stage.act]).refusal() is None


def content_of(data):
    """Return the fields to save in a running edition."""
    return {
        **data["control_data"],
        "change_description": data["change_description"],
        "body": rich_text(data["text"]),
        "effective_from": day_named(data["effective_from"], clock.today()),
    }


def days_ago(days):
    """Stop the clock some days before now."""
    return clock.stopped_at(clock.now() - datetime.timedelta(days=days))


def on_day(text):
    """Stop the clock on a day of the past."""
    return clock.stopped_at(datetime.date.fromisoformat(text))


def rich_text(name):
    """Return the text of a file of the demonstration as a field value."""
    return RichTextValue(text_of(name), "text/html", "text/x-html-safe")
