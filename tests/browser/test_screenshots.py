"""The screens that the README shows open without complaints; ``make screenshots`` keeps their pictures."""

from dataclasses import dataclass
import os
from pathlib import Path
import pytest


@dataclass(frozen=True)
class Screen:
    """A screen of the demo.

    Parameters:
        login: who looks; None for a resident, who looks at the bulletin.
        path: address from the site.
        inside: what follows the address to which that leads.
        phone: True on a phone.
    """

    login: str | None
    path: str
    inside: str = ""
    phone: bool = False


SCREENS = {
    "home": Screen("pracownik", ""),
    "inbox": Screen("sprawdzajacy", "@@tasks"),
    "library": Screen("pelnomocnik", "dokumenty"),
    "document-reader": Screen("pracownik", "d/PS-01"),
    "document-phone": Screen("pracownik", "d/PS-01", phone=True),
    "document-editor": Screen("autor", "d/PS-04"),
    "edition-superseded": Screen("pracownik", "d/PS-04", inside="/wydanie-3"),
    "record-held": Screen("archiwista", "zapisy/Z-FE01/2026-12"),
    "disposal-list": Screen("archiwista", "archiwum/2026-1"),
    "workflows": Screen("pelnomocnik", "@@workflows?state=pending_approval"),
    "publication-review": Screen("redaktor-bip", "d/P-OR-02", inside="/wydanie-5/@@publication-review"),
    "bulletin-home": Screen(None, ""),
    "bulletin-entry": Screen(None, "dokumenty/PS-01"),
}


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_screen_opens_without_complaints(sign_in, system, tmp_path, name):
    screen = SCREENS[name]
    page = sign_in(screen.login, phone=screen.phone)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    site = system.address if screen.login else system.bulletin
    answer = page.goto(f"{site}/{screen.path}".rstrip("/"))
    if screen.inside:
        answer = page.goto(page.url.rstrip("/") + screen.inside)
    assert answer.status == 200
    assert page.locator("h1").first.is_visible()
    folder = Path(os.environ.get("QMS_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")
    assert complaints == []
