"""Registering, taking over, revising and amending through the pages."""

from czest.qms.documents.content import state_of
import transaction


EVIL = '<script>alert("x")</script>'


def page_of(content, operation_id):
    return f"{content.absolute_url()}/@@operation/{operation_id}"


def test_an_author_registers(browse, office):
    author = browse("autor")
    author.open(page_of(office.library, "register"))
    assert author.status == 200
    names = {field.get("data-fieldname") for field in author.page.cssselect("[data-fieldname]")}
    assert "form.widgets.jrwa_class" in names
    assert not names & {"form.widgets.symbol", "form.widgets.openness", "form.widgets.openness_basis"}
    author.getControl(name="form.widgets.title").value = EVIL
    author.getControl(name="form.widgets.owner_unit:list").value = ["PJ"]
    author.getControl(name="form.widgets.related_documents").value = "PS-99\n\n"
    author.getControl(name="form.widgets.jrwa_class").value = "abc"
    author.press("Register a document")
    assert author.status == 400
    assert set(author.errors()) >= {"jrwa_class"}
    assert author.getControl(name="form.widgets.title").value == EVIL
    assert EVIL not in author.contents
    author.getControl(name="form.widgets.jrwa_class").value = ""
    author.press("Register a document")
    assert set(author.errors()) == {"related_documents"}
    author.getControl(name="form.widgets.related_documents").value = " \n"
    author.press("Register a document")
    assert "The document was registered." in author.contents
    assert EVIL not in author.contents
    transaction.begin()
    document = office.library["P-PJ-01"]
    assert (document.title, document.related_documents, document.description) == (EVIL, [], "")
    assert author.url.startswith(document.absolute_url())


def test_the_form_asks_first_what_the_document_is(browse, office):
    author = browse("autor")
    author.open(page_of(office.library, "register"))
    titles = [legend.text_content().strip() for legend in author.page.cssselect("legend.qms-fieldset-title")]
    assert titles == ["Identification", "Responsibility", "Readers", "Classification", "Archiving, review and openness"]


def test_the_officer_chooses_symbol_and_openness(browse, office):
    officer = browse("pelnomocnik")
    officer.open(page_of(office.library, "register"))
    officer.getControl(name="form.widgets.symbol").value = "PS-08"
    officer.getControl(name="form.widgets.title").value = "Tytuł"
    officer.getControl(name="form.widgets.owner_unit:list").value = ["PJ"]
    officer.getControl(name="form.widgets.openness:list").value = ["internal"]
    officer.press("Register a document")
    assert set(officer.errors()) == {"openness_basis"}
    options = {option.get("value") for option in officer.page.cssselect("datalist option")}
    (basis,) = [option for option in options if "tajemnice ustawowo chronione" in option]
    officer.getControl(name="form.widgets.openness_basis").value = basis
    officer.press("Register a document")
    transaction.begin()
    registered = office.library["PS-08"]
    assert (registered.openness, registered.openness_basis) == ("internal", "udip-5-1")
    officer.open(page_of(registered, "amend-control-data"))
    assert officer.getControl(name="form.widgets.openness_basis").value == basis
    officer.getControl(name="form.widgets.openness_basis").value = EVIL
    officer.getControl(name="form.widgets.reason").value = "Decyzja"
    officer.press("Amend control data")
    transaction.begin()
    assert registered.openness_basis == EVIL
    officer.open(registered.absolute_url())
    assert EVIL not in officer.contents
    officer.open(page_of(office.library, "register"))
    officer.getControl(name="form.widgets.symbol").value = "PS-08"
    officer.getControl(name="form.widgets.title").value = "Tytuł"
    officer.getControl(name="form.widgets.owner_unit:list").value = ["PJ"]
    officer.press("Register a document")
    assert officer.errors() == {"symbol": "Symbol PS-08 is taken. Free: PS-09."}


def test_a_revision_is_opened_from_a_file(browse, office):
    document = office.register()
    author = browse("autor")
    author.open(page_of(document, "open-revision"))
    author.getControl(name="form.widgets.from:list").value = ["file"]
    author.press("Begin a new edition")
    assert set(author.errors()) == {"source_file"}
    upload = author.getControl(name="form.widgets.source_file")
    upload.add_file("1. Cel\n\nZażółć gęślą jaźń.".encode(), "text/plain", "tresc.txt")
    author.press("Begin a new edition")
    assert "The draft was made." in author.contents
    transaction.begin()
    assert "Zażółć gęślą jaźń" in document.open_edition().body.raw
    assert author.words(".qms-message-wait") == []


def test_the_author_is_warned_about_a_file(browse, office):
    document = office.register()
    author = browse("autor")
    author.open(page_of(document, "open-revision"))
    author.getControl(name="form.widgets.from:list").value = ["file"]
    upload = author.getControl(name="form.widgets.source_file")
    upload.add_file("POUFNE\n\nTreść.".encode(), "text/plain", "pismo.txt")
    author.press("Begin a new edition")
    (warning,) = author.words(".qms-message-wait")
    assert warning.startswith("pismo.txt: The file looks marked as classified.")
    transaction.begin()
    assert document.open_edition().source_file is not None


def test_a_document_is_taken_over(browse, office):
    officer = browse("pelnomocnik")
    officer.open(page_of(office.library, "take-over"))
    for name, value in {
        "symbol": "PS-04",
        "number": "4",
        "title": "Niezgodności",
        "effective_from": "2024-07-01",
        "approved_by": "Sekretarz Miasta",
        "body": f"<h2>1. Cel</h2><p>Treść</p>{EVIL}",
    }.items():
        officer.getControl(name=f"form.widgets.{name}").value = value
    officer.getControl(name="form.widgets.owner_unit:list").value = ["PJ"]
    officer.press("Take over a document in force")
    transaction.begin()
    edition = office.library["PS-04"].edition_in_force()
    assert edition.number == "4"
    assert "script" not in edition.body.raw


def test_control_data_is_amended_with_a_reason(browse, office):
    document = office.register()
    officer = browse("pelnomocnik")
    officer.open(page_of(document, "amend-control-data"))
    officer.getControl(name="form.widgets.archival_category").value = "B10"
    officer.press("Amend control data")
    assert set(officer.errors()) == {"reason"}
    officer.getControl(name="form.widgets.reason").value = "Uzgodniono z archiwum"
    officer.press("Amend control data")
    transaction.begin()
    assert document.archival_category == "B10"
    assert document.review_interval == 12


def test_a_remark_is_sent_and_answered(browse, office):
    document = office.register()
    edition = office.in_force(document)
    staff = browse("pracownik")
    staff.open(page_of(document, "propose-change"))
    staff.getControl(name="form.widgets.proposal").value = EVIL
    staff.press("Report a remark")
    assert "The remark was sent to the owner of the document." in staff.contents
    officer = browse("pelnomocnik")
    officer.open(page_of(document, "answer-proposal"))
    assert EVIL not in officer.contents
    officer.getControl(name="form.widgets.answer").value = "Uwzględniono w następnym wydaniu."
    officer.press("Answer a remark")
    transaction.begin()
    assert document.proposals[0]["answer"] == "Uwzględniono w następnym wydaniu."
    assert state_of(edition) == "in_force"
    officer.open(page_of(document, "answer-proposal"))
    assert officer.status == 409
