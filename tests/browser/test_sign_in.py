"""The demo runs and its people can sign in."""

import pytest


def test_stranger_sees_only_the_login_form(sign_in, system):
    page = sign_in()
    page.goto(f"{system.address}/dokumenty")
    assert page.locator("input[name=__ac_password]").is_visible()


@pytest.mark.parametrize("login", ["autor", "pracownik", "pelnomocnik"])
def test_person_signs_in_and_sees_the_library(sign_in, system, login):
    page = sign_in()
    page.goto(f"{system.address}/login")
    page.fill("input[name=__ac_name]", login)
    page.fill("input[name=__ac_password]", system.password(login))
    with page.expect_navigation():
        page.press("input[name=__ac_password]", "Enter")
    answer = page.goto(f"{system.address}/dokumenty")
    assert answer.status == 200
    assert page.locator("input[name=__ac_password]").count() == 0
    assert page.locator("h1").first.is_visible()
