"""*Fill in the form* on documents leads to the series that take what is filled in."""

from czest.qms import clock
import pytest


@pytest.fixture
def records(office):
    return office.portal["zapisy"]


@pytest.fixture
def form(office):
    form = office.register(kind="FormTemplate", title="Karta zgłoszenia", owner_unit="OR", login="pelnomocnik")
    office.in_force(form, title="Karta zgłoszenia", login="pelnomocnik")
    return form


@pytest.fixture
def procedure(office):
    procedure = office.register(title="Niezgodności", owner_unit="OR", login="pelnomocnik")
    office.in_force(procedure, login="pelnomocnik")
    return procedure


@pytest.fixture
def make_series(office, records):
    def make_series(title, **data):
        values = {"owner_unit": "OR", "jrwa_class": "0142", "procedure": "", "form": "", "record_form": None, **data}
        return office.do("pelnomocnik", records, "make-series", title=title, **values)

    return make_series


def ways(browse, document, login="pracownik"):
    reader = browse(login)
    reader.open(document.absolute_url())
    return [link.get("href") for link in reader.page.cssselect("a[aria-describedby^=qms-form]")]


def capture_in(series):
    return f"{series.absolute_url()}/@@operation/capture"


def test_a_form_leads_to_its_series_and_the_record_keeps_its_edition(office, browse, form, make_series):
    series = make_series("Zgłoszenia", form=form.symbol)
    make_series("Inne", form="")
    assert ways(browse, form) == [capture_in(series)]
    reader = browse("pracownik")
    reader.open(capture_in(series))
    reader.getControl(name="form.widgets.title").value = "Zgłoszenie nr 1"
    reader.press("Hand in a record")
    record = next(iter(series.objectValues()))
    assert (record.title, record.form, record.form_edition) == ("Zgłoszenie nr 1", form.symbol, "1")
    reader.open(record.absolute_url())
    assert "edition 1" in " ".join(reader.words(".qms-block-signers dd"))


def test_a_procedure_leads_to_series_with_a_form_or_fields(browse, procedure, form, make_series):
    typed = make_series("Karty", procedure=procedure.symbol, record_form="nonconformity")
    filled = make_series("Zgłoszenia", procedure=procedure.symbol, form=form.symbol)
    make_series("Pisma", procedure=procedure.symbol)
    assert sorted(ways(browse, procedure)) == sorted([capture_in(typed), capture_in(filled)])
    assert ways(browse, form) == [capture_in(filled)]


def test_only_series_in_which_the_person_may_hand_in_are_offered(office, browse, form, make_series):
    series = make_series("Zgłoszenia", form=form.symbol)
    assert ways(browse, form, "informatyk") == []
    assert ways(browse, form, "archiwista") == [capture_in(series)]
    office.do("pelnomocnik", series, "close-series", reason="Nowa seria")
    assert ways(browse, form) == []


def test_a_form_that_was_changed_for_a_series_leads_there_no_more(office, browse, form, make_series):
    series = make_series("Zgłoszenia", form=form.symbol)
    values = {name: getattr(series, name) for name in ("title", "owner_unit", "jrwa_class", "access", "openness")}
    office.do("pelnomocnik", series, "amend-series", **values, procedure="", form="", reason="Bez formularza")
    assert ways(browse, form) == []


def test_a_later_edition_does_not_change_what_was_filled_in(office, form, make_series):
    series = make_series("Zgłoszenia", form=form.symbol)
    record = office.do("pracownik", series, "capture", title="Pierwsze", created_on=clock.today())
    office.in_force(form, title="Karta zgłoszenia", login="pelnomocnik")
    later = office.do("pracownik", series, "capture", title="Drugie")
    assert (record.form_edition, later.form_edition) == ("1", "2")
