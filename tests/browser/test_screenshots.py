"""The screens that the README and the documentation show; ``make screenshots`` keeps the pictures."""

import os
from pathlib import Path
import pytest


SCREENS = {
    "strona-glowna": ("pracownik", "", False),
    "wykaz-dokumentow": ("pracownik", "dokumenty", False),
    "dokument": ("pracownik", "d/PS-01", False),
    "dokument-telefon": ("pracownik", "d/PS-01", True),
    "dokument-autor": ("autor", "d/PS-01", False),
}


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_screen_opens_without_complaints(sign_in, system, tmp_path, name):
    login, path, phone = SCREENS[name]
    page = sign_in(login, phone=phone)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto(f"{system.address}/{path}".rstrip("/"))
    assert answer.status == 200
    assert page.locator("h1").first.is_visible()
    folder = Path(os.environ.get("QMS_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=False)
    assert complaints == []
