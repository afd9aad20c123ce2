"""Making a list; called by operations only, since the gate must be open."""

from czest.qms import clock
from czest.qms.appearance.interfaces import IOfficeSettings
from czest.qms.disposal.setup import ARCHIVE
from czest.qms.documents.making import make
from czest.qms.operations.base import actor
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


def archive_container():
    """Return the archive of the present site."""
    return api.portal.get()[ARCHIVE]


def make_list(category, title=None, unit=None, year_until=None):
    """Make an empty list with the next symbol of the year, and return it.

    Parameters:
        category: kind or category, checked.
        title: its title; one that says the category by default.
        unit, year_until: what narrowed the choice, or None.
    """
    archive, day, login = archive_container(), clock.today(), actor()
    number = archive.numbers.get(day.year, 0) + 1
    archive.numbers[day.year] = number
    office = getUtility(IRegistry).forInterface(IOfficeSettings, prefix="czest.qms.office", check=False).subtitle
    values = {
        "symbol": f"Z-AR-{day.year}/{number}",
        "title": title or _usual_title(category),
        "category": category,
        "unit": unit,
        "year_until": year_until,
        "requesting_body": office,
        "body_of_records": office,
        "made_on": day,
        "made_by": login,
        "made_by_name": full_name(login),
        "made_by_post": getUtility(IDirectory).post_title(login),
        "creators": (login,),
    }
    return make(archive, "DisposalList", f"{day.year}-{number}", values)


def _usual_title(category):
    """Return the title of a list of a category: text of the office, hence in Polish."""
    if category == "A":
        return "Spis zdawczo-odbiorczy materiałów archiwalnych, kategoria A"
    return f"Spis dokumentacji niearchiwalnej do brakowania, kategoria {category}"
