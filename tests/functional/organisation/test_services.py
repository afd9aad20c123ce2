"""What REST answers about the organisation, and to whom."""

import json
import pytest


@pytest.fixture
def ask(browse, portal):
    """Return a function that asks an endpoint of the site and gives status and answer."""

    def ask(path, login):
        browser = browse(login)
        browser.addHeader("Accept", "application/json")
        browser.open(f"{portal.absolute_url()}/{path}")
        status = int(browser.headers["Status"][:3])
        return status, json.loads(browser.contents)

    return ask


def test_organisation_for_the_officer(ask, portal):
    status, answer = ask("@organisation", "pelnomocnik")
    assert status == 200
    assert answer["units"][1] == {"symbol": "FE-EFS", "title": "Referat obsługi projektów EFS", "parent": "FE"}
    assert answer["posts"][-1] == {
        "id": "pelnomocnik",
        "title": "Pełnomocnik ds. SZJ",
        "unit": "PJ",
        "head": True,
        "entitlements": ["quality_officer"],
        "holders": [{"login": "pelnomocnik", "name": "Anna Zielińska", "from": "2026-01-01", "until": None}],
    }


@pytest.mark.parametrize("login", ["ewa", None])
def test_organisation_is_closed_to_others(ask, login):
    status, answer = ask("@organisation", login)
    assert status in (401, 403)
    assert "units" not in answer


@pytest.mark.parametrize(
    "name, login, status",
    [
        ("Units", "ewa", 200),
        ("Posts", "ewa", 200),
        ("Units", None, 401),
        ("Posts", None, 401),
        ("Reviewers", "ewa", 403),
        ("Approvers", "ewa", 403),
        ("Reviewers", None, 401),
        ("Reviewers", "pelnomocnik", 200),
        ("Approvers", "pelnomocnik", 200),
    ],
)
def test_vocabularies_are_not_for_everybody(ask, name, login, status):
    assert ask(f"@vocabularies/czest.qms.{name}", login)[0] == status
