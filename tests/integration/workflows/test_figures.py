"""The live figures against an independent count that walks all objects and their histories."""

from czest.qms import clock
from czest.qms.workflows.figures import figures_of
import datetime


def test_smoke(portal, office):
    with clock.stopped_at(datetime.date(2026, 9, 10)):
        edition = office.submitted(office.register())
        office.draft(office.register())
    with clock.stopped_at(datetime.date(2026, 10, 1)):
        office.do("sprawdzajacy", edition, "review", password="Tajne-haslo-12345")
    with clock.stopped_at(datetime.date(2026, 11, 30)), office.acting_as("pelnomocnik"):
        for w in ("qms_edition_workflow", "qms_document_workflow", "qms_record_workflow", "qms_act_workflow", "qms_bulletin_entry_workflow"):
            f = figures_of(w)
            for s in f.states.items(): print(s)
            print({s: [(m.month, m.count) for m in t if m.count] for s, t in f.trend.items()})
    assert 0
