"""An office in which things happened over the months: what the tests of the live figures count."""

from czest.qms import clock
from czest.qms.approval.rules.templates import TemplateStage
import datetime
from support.archive_office import ArchiveOffice
from support.office import text
from support.people import PASSWORD
from support.routes import APPROVAL
from support.routes import CHIEF
from support.routes import procedures


#: The day on which the figures are read; some editions are past their deadlines.
TODAY = datetime.date(2026, 11, 30)


def day(month, number, year=2026):
    """Stop the clock on a day."""
    return clock.stopped_at(datetime.date(year, month, number))


def over_months(office):
    """Let documents, acts, records, series and lists live through their states on known days."""
    with day(12, 31, year=2025):
        old = office.in_force(office.register(title="Stary"))
    with day(1, 2):
        slow = office.submitted(office.register(title="Powolny"))
        office.do("sprawdzajacy", slow, "review", password=PASSWORD)
    with day(9, 5):
        returned = office.submitted(office.register(title="Zwrócony"))
        office.register(title="Sam dokument")
    with day(9, 20):
        office.do("sprawdzajacy", returned, "return", reason="Niejasne")
        office.submitted(office.register(title="W sprawdzaniu"))
    with day(10, 1):
        newer = office.approved(old.document, change_description="Drugie")
    with day(10, 9):
        office.do("pelnomocnik", newer, "release")
    with day(11, 2):
        office.submitted(office.register(title="Ograniczony", access="distribution", distribution=["PJ"]))
        ended = office.in_force(office.register(title="Kończony"))
    with day(11, 20):
        office.do("pelnomocnik", ended.document, "withdraw", reason="Zbędny")
        office.draft(office.register(title="Szkic"))
        office.approved(office.register(title="Czekający"))
    take_over(office)
    with day(10, 25):
        office.record_act()
    archive(ArchiveOffice(office))
    with_deadlines(office)


def with_deadlines(office):
    """Submit an edition whose check is late today, and one whose check is not."""
    office.keep_template(procedures((TemplateStage("check", (CHIEF,), days=5), APPROVAL)))
    for month, number in ((10, 15), (11, 28)):
        with day(month, number):
            office.submitted(office.register(title="Z terminem"), reviewers=[], approvers=[])


def take_over(office):
    """Take over two editions of a document, one after the other."""
    values = {"title": "Przejęty", "symbol": "PS-77", "owner_unit": "PJ", "type": "Procedure"}
    values = {**values, "body": text("<p>Treść</p>"), "approved_by": "Sekretarz Miasta"}
    with day(11, 3):
        for number, first in (("4", datetime.date(2024, 3, 1)), ("5", datetime.date(2026, 2, 10))):
            office.do("pelnomocnik", office.library, "take-over", number=number, effective_from=first, **values)


def archive(office):
    """Hand records in, destroy one, take another off its list; close a series."""
    with day(2, 1):
        destroyed, taken_off = office.record(), office.record()
        office.record("B10", closed_on=None)
    with day(5, 5):
        consented = office.consented(destroyed)
        dropped = office.proposed(taken_off)
    with day(7, 7):
        office.do(consented, "destroy")
        office.do(dropped, "drop", reason="Pomyłka")
        office.do(office.record("B2").series, "close-series", reason="Koniec sprawy")
