"""What the tests of the BIP editor's desk share."""

from czest.qms.bulletin.register import register_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.trail import CHAIN
import json
import transaction
from zope.component import getUtility


EDITORS = {
    "office": "Urząd Miasta Częstochowy",
    "person": "Jan Próbny",
    "post": "Redaktor BIP",
    "address": "ul. Śląska 11/13\n42-217 Częstochowa",
    "phone": "34 370 71 00",
    "fax": "",
    "email": "bip@urzad.example",
    "national_page": "https://www.gov.pl/web/bip",
}
DECLARATION = {
    "entity": "Urząd Miasta Częstochowy",
    "site_name": "serwisu Biuletyn Informacji Publicznej",
    "published_on": "2026-01-02",
    "updated_on": "2026-01-02",
    "status": "partly",
    "nonconformities": "Skany zarządzeń sprzed 2019 r.",
    "prepared_on": "2026-01-05",
    "method": "Samoocena podmiotu publicznego.",
    "contact": "Koordynator do spraw dostępności",
    "email": "dostepnosc@urzad.example",
    "phone": "34 370 71 00",
    "architecture": "Wejście od ul. Śląskiej z podjazdem.",
    "communication": "Tłumacz języka migowego po umówieniu.",
}


def ledger():
    """Return the ledger as it is committed."""
    transaction.begin()
    return getUtility(IPublicationLedger)


def traced():
    """Return the entries of the chain of the bulletin, oldest first."""
    transaction.begin()
    return list(getUtility(ITrail).entries(CHAIN))


def page_errors(reader):
    """Return the messages at the fields of a form by name."""
    found = reader.page.xpath("//p[contains(@class, 'qms-error')][@id]")
    prefix, suffix = "organisation-", "-error"
    return {one.get("id")[len(prefix) : -len(suffix)]: " ".join(one.text_content().split()) for one in found}


def fill(reader, values):
    """Type values into a form by name."""
    for name, value in values.items():
        control = reader.getControl(name=name)
        control.value = [value] if control.type == "radio" else value


def public_page(page_id):
    """Return a question for ``Bulletin.look``: title, body, facts of a page, and what its changes say."""

    def look(site):
        page = site["strony"][page_id]
        changes = [row.change.what for row in register_of(site).below(f"strony/{page_id}")]
        return {"title": page.title, "body": page.body, "facts": dict(page.facts or {}), "changes": changes}

    return look


def tasks_of(reader, site):
    """Return what ``@tasks`` of a site says to a person, asked in this thread, where the clock may be stopped."""
    reader.addHeader("Accept", "application/json")
    reader.open(f"{site}/@tasks")
    return json.loads(reader.contents)["items"]
