"""Records that may be published, and where their entries are."""

import datetime
from support.office import file_named


CLOSED_ON = datetime.date(2026, 3, 4)
#: A record that is open to the public by law.
OPEN = {"openness": "bip", "openness_basis": "udip-6-1-4-a"}


def series_of_reports(office, **more):
    """Open the series of audit reports, as the quality officer; its records are open to the public."""
    values = {"title": "Raporty z auditów", "owner_unit": "OR", "jrwa_class": "0142", "symbol": "Z-PS03", **OPEN}
    return office.do("pelnomocnik", office.portal["zapisy"], "make-series", **{**values, **more})


def record_in(office, series, login="pracownik", **more):
    """Hand in a filed record as somebody of the unit."""
    values = {
        "title": "Raport z auditu wewnętrznego w Wydziale Edukacji",
        "evidence_of": "Audit potwierdził, że procedurę stosuje się w wydziale.",
        "closed_on": CLOSED_ON,
        "files": [file_named("raport.txt", b"Ustalenia auditu.")],
    }
    return office.do(login, series, "capture", **{**values, **more})


def entry_of(record, look=lambda entry: entry.snapshot, version=1):
    """Return a function that looks at an entry of a record in the bulletin's site."""
    place = f"dokumenty/{record.symbol.replace('/', '~')}/wersja-{version}"
    return lambda site: look(site.restrictedTraverse(place))
