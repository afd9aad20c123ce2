"""The desk of the BIP editor in the demonstration: own pages, journal and accessibility requests, as of today."""

from czest.qms import clock
from czest.qms.bulletin.views.pages import DECLARATION
from czest.qms.bulletin.views.pages import EDITORS
from czest.qms.demo.bulletin import EDITOR
from czest.qms.demo.bulletin import OFFICER
from czest.qms.demo.reading import data_of
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.reviewing import sign_off
from czest.qms.publication.pages import editing
from czest.qms.publication.requests import keeping
from czest.qms.publication.requests.rules.request import DONE
import datetime
from plone import api
from zope.component import getUtility


def furnish_desk(accounts):
    """Fill in the pages that are made from a form, sign the journal off, and enter two requests.

    Parameters:
        accounts: ``{login: {"fullname": …, "post": …}}``, for the data of the editors.
    """
    texts = data_of("desk.json")
    editor = {"person": accounts[EDITOR]["fullname"], "post": accounts[EDITOR]["post"]}
    with api.env.adopt_user(username=EDITOR):
        put(EDITORS, {**texts["editors"], **editor}, "Podano dane redakcji.")
        today = clock.today().isoformat()
        put(DECLARATION, {**texts["declaration"], "prepared_on": today}, "Sporządzono deklarację dostępności.")
        sign_off(getUtility(IPublicationLedger).journal.last)
    with api.env.adopt_user(username=OFFICER):
        waiting, answered = texts["requests"]
        keeping.enter(clock.today() - datetime.timedelta(days=5), **waiting)
        received = clock.today() - datetime.timedelta(days=20)
        request = keeping.enter(received, **answered)
        keeping.close(request, DONE, "Dołączono plik z warstwą tekstową.", received + datetime.timedelta(days=4))


def put(page_id, facts, what):
    """Give a page its facts."""
    editing.save(page_id, editing.draft_of(page_id, {"facts": facts}), what)
