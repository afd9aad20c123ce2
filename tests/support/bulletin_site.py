"""A real site of the bulletin with something of every kind in it."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
from contextlib import contextmanager
from czest.qms import clock
from czest.qms.bulletin import making
from czest.qms.bulletin import writing
from czest.qms.bulletin.ready_pages import ready_pages
from czest.qms.bulletin.snapshot import Withdrawal
from dataclasses import replace
import datetime
from Products.CMFCore.indexing import processQueue
from support import bulletin_samples as samples


#: Procedures beside PS-01, so that the register of documents has two parts.
PROCEDURES = 28

OFFICE = {
    "office": "Urząd Miasta Częstochowy",
    "address": "ul. Przykładowa 1\n42-200 Częstochowa",
    "name": "Redaktor BIP",
    "phone": "34 000 00 00",
    "fax": "34 000 00 01",
    "email": "bip@urzad.example",
}
FACTS = {"redakcja": OFFICE, "deklaracja-dostepnosci": samples.DECLARATION}


def make_bulletin(app):
    """Make the site ``bip`` in an application with content of every kind; return it.

    Parameters:
        app: the Zope root, with a request.
    """
    with as_the_system(), clock.stopped_at(datetime.date(2026, 1, 1)):
        site = making.make_site(app)
        furnish(site)
        processQueue()  # while this site is the current one: its entries belong into its catalog
    return site


@contextmanager
def as_the_system():
    """Work as the system user: nobody else may write the bulletin."""
    manager = getSecurityManager()
    newSecurityManager(None, system)
    try:
        yield
    finally:
        setSecurityManager(manager)


def furnish(site):
    """Write content of every kind."""
    for page in ready_pages():
        at = "2026-01-02T07:00:00+00:00"
        writing.put_page(site, page.id, page.title, page.body, FACTS.get(page.id), samples.EDITOR, at)
    for number in range(PROCEDURES):
        publish(site, published_at(f"2026-01-05T08:{number:02d}:00+00:00"), symbol=f"P-OR-{number + 1:02d}", number="1")
    publish(site, published_at("2026-02-02T08:00:00+00:00"), symbol="PS-01", number="5", in_force_from="2024-07-01")
    publish(site, published_at("2026-04-01T06:00:07+00:00"), what="Poprawiono opis pliku.")
    writing.archive(site, "dokumenty/PS-01/wydanie-5", "2026-03-31", samples.EDITOR, "2026-04-01T06:00:07+00:00")
    record = {"symbol": "Z-ISO-2026/1", "kind": "Certificate", "kind_title": "certyfikat", "section": "certyfikaty"}
    for day in ("2026-04-19", "2026-04-20"):
        at = published_at(f"{day}T06:00:00+00:00")
        publish(site, at, number="", in_force_from="", title="Certyfikat", **record)
    publish(site, published_at("2026-04-20T07:00:00+00:00"), symbol="P-OR-90", title="Ewidencja <b>pieczęci</b>")
    withdrawal = Withdrawal("2026-05-04T10:15:00+00:00", samples.EDITOR, "Opublikowano omyłkowo.")
    writing.withdraw(site, "dokumenty/P-OR-90/wydanie-6", withdrawal)


def published_at(at):
    """Return the Metadata of a publication at a time."""
    return replace(samples.METADATA, published_at=at)


def publish(site, metadata, what="", **values):
    """Publish a snapshot with its PDF and return the entry."""
    snapshot = samples.snapshot(metadata=metadata, **values)
    contents = {each.name: samples.PDF for each in snapshot.files}
    return writing.publish(site, snapshot, contents, text="Załącznik: wzór protokołu", what=what)
