"""Files signed outside, chosen in a form: what is wrong is said at its field, and the next file chosen is the one taken."""

from io import BytesIO
import pytest
from support.office import file_named
from support.signing_office import signing_office
import transaction


PDF = "application/pdf"


@pytest.fixture
def form(browse, office):
    """The officer's form for a file signed outside."""
    edition = office.reviewed(office.register(), source_file=file_named("tekst.txt"))
    transaction.commit()
    reader = browse("pelnomocnik")
    reader.open(f"{edition.absolute_url()}/@@operation/attach-signed-file")
    return reader


def choose(reader, name, filename, data):
    reader.getControl(name=f"form.widgets.{name}").add_file(BytesIO(data), PDF, filename)


def test_after_a_wrong_file_the_next_one_is_taken(form):
    signed = signing_office().sign_pdf(signing_office().qualified)
    choose(form, "signed_file", "zmieniony.pdf", signed.replace(b"200", b"300", 1))
    form.press("Attach a signed file")
    assert form.status == 400
    assert set(form.errors()) == {"signed_file"}
    # Nothing of the refused file is offered as kept, and nothing is to be ticked before another is chosen.
    assert form.page.cssselect("#formfield-form-widgets-signed_file input[type=radio]") == []
    (control,) = form.page.cssselect("#form-widgets-signed_file-input")
    assert control.get("aria-invalid") == "true"
    assert "form-widgets-signed_file-error" in control.get("aria-describedby").split()
    choose(form, "signed_file", "oryginal.pdf", signed)
    form.press("Attach a signed file")
    assert "Signed file: oryginal.pdf" in form.words(".qms-outside a")


def test_a_right_file_beside_a_wrong_field_is_to_be_chosen_again(browse, office):
    reader = browse("pelnomocnik")
    reader.open(f"{office.acts.absolute_url()}/@@operation/record-act")
    choose(reader, "signed_file", "oryginal.pdf", signing_office().sign_pdf(signing_office().qualified))
    reader.press("Record a legal act")
    assert reader.errors()["signed_file"] == "Choose again: oryginal.pdf"
    (control,) = reader.page.cssselect("#form-widgets-signed_file-input")
    assert "form-widgets-signed_file-again" in control.get("aria-describedby").split()
