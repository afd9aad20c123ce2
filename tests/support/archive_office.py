"""An office whose archivist disposes of records: what the tests of disposal ask for."""

from czest.qms import clock
import datetime
from support.office import file_named


#: Nothing closed in 2015 with five years is kept any more.
CLOSED = datetime.date(2015, 6, 30)


class ArchiveOffice:
    """An office whose archivist disposes of records.

    Parameters:
        office: the office.
    """

    def __init__(self, office):
        self.office = office
        self.portal = office.portal

    @property
    def archive(self):
        return self.portal["archiwum"]

    @property
    def records(self):
        return self.portal["zapisy"]

    def do(self, content, operation, **data):
        """Perform an operation as the archivist and return what was changed or made."""
        return self.office.do("archiwista", content, operation, **data)

    def record(self, category="B5", closed_on=CLOSED, **data):
        """Hand in a record, filed at once where it is closed."""
        values = {
            "title": "Protokół kontroli",
            "jrwa_class": "0142",
            "archival_category": category,
            "closed_on": closed_on,
            "created_on": closed_on or CLOSED,
            "evidence_of": "Kontrola została przeprowadzona",
            "files": [file_named("protokol.txt", "Tajemnicza treść".encode())],
            **data,
        }
        return self.office.do("pracownik", self.records, "capture", **values)

    def proposed(self, *records, category="B", **data):
        """Propose records, those made here and now without any."""
        records = records or (self.record(category if category[-1].isdigit() else "B5"),)
        return self.do(self.records, "propose", category=category, records=[one.UID() for one in records], **data)

    def consented(self, *records, **data):
        content = self.proposed(*records, **data)
        return self.do(content, "record-consent", consent_no="AP.620.7.2026", consent_date=clock.today())

    def hold(self, content, until=None):
        """Put a hold on a record or a series."""
        return self.do(content, "hold", reason="Kontrola", until=until)

    def lift(self, content):
        """Lift the hold of a record or a series."""
        return self.do(content, "lift-hold", reason="Kontrola zakończona")
