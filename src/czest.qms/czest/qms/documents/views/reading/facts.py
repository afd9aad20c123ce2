"""What the parts of a page ask about one document, each thing found once per request."""

from AccessControl import getSecurityManager
from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.content import state_of
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.lifecycle import PAST_STATES
from czest.qms.documents.views.reading.people import person
from czest.qms.organisation.interfaces import IDirectory
from functools import cached_property
from zope.component import getUtility


class Facts:
    """Facts about a document and one of its editions for the person who asks.

    Parameters:
        document: the controlled document.
        request: the current request.
        edition: the edition shown; by default the one in force, or the last one that was.
    """

    def __init__(self, document, request, edition=None):
        self.document = document
        self.request = request
        self._edition = edition
        self._people = {}

    @cached_property
    def edition(self):
        """The edition shown, or None where none may be shown yet."""
        return self._edition or self.in_force or self.last_in_force

    @cached_property
    def state(self):
        """State id of the edition shown, or of the document where there is none."""
        return self.states[self.edition.getId()] if self.edition is not None else state_of(self.document)

    @cached_property
    def editions(self):
        """All editions, newest first, those that the person may not see included."""
        return self.document.editions()

    @cached_property
    def states(self):
        """State ids by id of the edition."""
        return {edition.getId(): state_of(edition) for edition in self.editions}

    def state_of(self, edition):
        """Return the state id of one of the editions."""
        return self.states[edition.getId()]

    @cached_property
    def in_force(self):
        """The edition in force, or None."""
        return next((edition for edition in self.editions if self.state_of(edition) == "in_force"), None)

    @cached_property
    def last_in_force(self):
        """The newest edition that was in force once, or None."""
        return next((edition for edition in self.editions if self.state_of(edition) in PAST_STATES), None)

    @cached_property
    def open(self):
        """The edition being worked on if the person may see it, or None."""
        return next((edition for edition in self.visible if self.state_of(edition) in OPEN_STATES), None)

    @cached_property
    def visible(self):
        """The editions that the person may see, newest first."""
        return [edition for edition in self.editions if self.may("View", edition)]

    @cached_property
    def released(self):
        """The visible editions that are approved or later, newest first: what the change log tells."""
        unreleased = OPEN_STATES - {"approved"}
        return [edition for edition in self.visible if self.state_of(edition) not in unreleased]

    @cached_property
    def is_editor(self):
        """Whether the person works on this document: then the strip is shown."""
        if self.may("czest.qms: Open revision", self.document) or self.may(OFFICER_PERMISSION, self.document):
            return True
        if self.open is None:
            return False
        people = {*self.open.authors, *(signature["login"] for signature in self.open.signatures)}
        return self.login in people or self.state_of(self.open) != "approved"

    def may(self, permission, content):
        """Tell whether the person has a permission on an object."""
        return bool(getSecurityManager().checkPermission(permission, content))

    def person(self, login, entitlement=None):
        """Return the Person with a login, looked up once per request."""
        if (login, entitlement) not in self._people:
            self._people[login, entitlement] = person(self.directory, login, entitlement)
        return self._people[login, entitlement]

    @cached_property
    def login(self):
        """Login of the person who asks, or None."""
        return getSecurityManager().getUser().getId()

    @cached_property
    def today(self):
        """The present day in the office."""
        return clock.today()

    @cached_property
    def directory(self):
        """The units, posts and their holders."""
        return getUtility(IDirectory)

    @cached_property
    def classification(self):
        """The schemes of classification."""
        return getUtility(IClassification)
