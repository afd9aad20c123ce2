"""A case that may be published, and the files it is made of."""

from czest.qms.publication.rules import Case
from czest.qms.publication.rules import CaseFile
from czest.qms.publication.rules import FileReport
from czest.qms.publication.rules import MetadataFields
from czest.qms.publication.rules.checklist import QUESTIONS
from dataclasses import replace
from datetime import date
import pytest


TODAY = date(2026, 11, 30)

CLEAN_PDF = FileReport(
    format="pdf", pages=2, has_text=True, title=True, language="pl", tagged=True, pdf_ua=True, metadata=("program",)
)


@pytest.fixture(scope="session")
def make_case():
    """Return a function that gives a sound case with fields changed."""

    def make(**changes):
        sound = Case(
            today=TODAY,
            state="in_force",
            openness="bip",
            openness_basis="art. 6 ust. 1 pkt 3 lit. a",
            metadata=MetadataFields("Urząd Miasta", "Anna Nowak", "Pełnomocnik", "Jan Wójcik", "2026-11-02"),
            title="Nadzór nad dokumentami",
            body="<p>Procedura określa zasady nadzoru.</p>",
            files=(CaseFile("procedura.pdf", "Procedura", CLEAN_PDF),),
            checklist=dict.fromkeys(QUESTIONS, False),
            bip_until="2031-12-31",
        )
        return replace(sound, **changes)

    return make


@pytest.fixture(scope="session")
def with_report(make_case):
    """Return a function that gives a sound case with one file of a changed report and without text."""

    def make(name="procedura.pdf", **changes):
        return make_case(body="", files=(CaseFile(name, report=replace(CLEAN_PDF, **changes)),))

    return make
