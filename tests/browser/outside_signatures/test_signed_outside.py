"""An administrator fills the trust list, an officer attaches a signed file; accessible on a desktop and on a phone."""

from concurrent.futures import ThreadPoolExecutor
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.office import file_named
from support.signing_office import blank_pdf
from support.signing_office import signing_office
import transaction


def signed_by(holder):
    """Return a PDF signed by somebody, made in a thread of its own: the one of the browser runs a loop already."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(signing_office().sign_pdf, holder).result()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_signed_file_is_attached_and_shown(window, functional, office, size, tmp_path):
    site = functional["portal"].absolute_url()
    administrator = window("administrator", f"{site}/@@qms-trust-list", size)
    assert violations(administrator) == []
    administrator.click("text=Dodaj certyfikaty")
    administrator.click("text=Dodaj do listy zaufania")
    assert administrator.locator(".qms-error").count() == 3
    assert violations(administrator) == []
    administrator.fill("[name=label]", "Narodowe Centrum Certyfikacji")
    administrator.fill("[name=source]", "nccert.pl, 2026-11-24")
    administrator.fill("[name=pem]", signing_office().root.pem.decode())
    administrator.check("text=kwalifikowane podpisy i pieczęcie")
    administrator.click("text=Dodaj do listy zaufania")
    administrator.wait_for_selector("text=Próbne Centrum Certyfikacji")
    assert violations(administrator) == []
    assert not wider_than_the_window(administrator)

    transaction.begin()
    edition = office.reviewed(office.register(), source_file=file_named("tekst.pdf", blank_pdf(), "application/pdf"))
    signed = tmp_path / "zarzadzenie.pdf"
    signed.write_bytes(signed_by(signing_office().qualified))
    strange = tmp_path / "obcy.pdf"
    strange.write_bytes(signed_by(signing_office().stranger))
    officer = window("pelnomocnik", edition.absolute_url(), size)
    for path, word in ((signed, "Ważny"), (strange, "Nie zweryfikowano")):
        officer.goto(f"{edition.absolute_url()}/@@operation/attach-signed-file")
        officer.set_input_files("[type=file][name='form.widgets.signed_file']", path)
        officer.select_option("select[name*=signature_kind]", label="kwalifikowany podpis")
        assert violations(officer) == []
        officer.click("button[name='form.buttons.perform']")
        officer.wait_for_selector(f".qms-outside-verdict >> text={word}")
    section = officer.locator(".qms-outside")
    assert section.locator("h2").inner_text() == "Podpisy złożone poza systemem"
    assert "Jan Żak, kwalifikowany podpis" in section.inner_text()
    section.locator("summary").first.focus()
    officer.keyboard.press("Enter")
    officer.wait_for_selector("dt >> text=Ścieżka do listy zaufania")
    assert violations(officer) == []
    assert not wider_than_the_window(officer)
    with officer.expect_download() as download:
        section.locator("a", has_text="Podpisany plik: zarzadzenie.pdf").click()
    assert download.value.path().read_bytes() == signed.read_bytes()

    officer.goto(f"{edition.absolute_url()}/@@operation/attach-signed-file")
    changed = tmp_path / "zmieniony.pdf"
    changed.write_bytes(signed.read_bytes().replace(b"200", b"300", 1))
    officer.set_input_files("[type=file][name='form.widgets.signed_file']", changed)
    officer.click("button[name='form.buttons.perform']")
    officer.wait_for_selector("text=Plik nie jest tym, który podpisano")
    assert violations(officer) == []
