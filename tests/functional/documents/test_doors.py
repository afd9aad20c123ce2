"""No stock door changes a controlled object, whoever knocks, over real HTTP (DESIGN §4)."""

import pytest
from support.doors import all_doors
from support.knocking import attempts
from support.knocking import changes
from support.knocking import client_of
from support.knocking import knock
from support.knocking import PEOPLE
from support.knocking import tokens
import transaction


#: At how many of the doors each person knocks in a sampled run; the ten people together try nearly every one.
KNOCKS = 150


def did_nothing(answer):
    """Tell whether a stock page or service that always answers 200 says that nothing was done."""
    try:
        found = answer.json()
    except ValueError:
        return False
    return found == [] or (isinstance(found, dict) and found.get("status") == "warning")


def says_why(answer):
    """Tell whether a JSON answer carries a sentence."""
    try:
        found = answer.json()
    except ValueError:
        return False
    if not isinstance(found, dict):
        return False
    error = found.get("error")
    return bool(found.get("message") or (error.get("message") if isinstance(error, dict) else error))


def complaint(door, answer):
    """Return what is wrong with the answer of a shut door, or None."""
    asks_to_log_in = answer.status_code == 302 and "require_login" in answer.headers.get("Location", "")
    if asks_to_log_in and not door.is_rest:
        return None
    if answer.status_code == 200 and did_nothing(answer):
        return None
    if answer.status_code == 207 and "403 Forbidden" in answer.text:
        return None
    if not 400 <= answer.status_code < 500:
        return f"{answer.status_code} {answer.headers.get('Location', '')} {answer.text[:150]!r}"
    if door.is_rest and not says_why(answer):
        return f"{answer.status_code} without a sentence: {answer.text[:100]!r}"
    return None


@pytest.mark.parametrize("kind", ["Procedure", "FormTemplate"])
@pytest.mark.parametrize("person", PEOPLE)
def test_stock_doors_are_shut(portal, places, person, sampled):
    client = client_of(portal, person)
    in_site, at_root = tokens(portal, person) if person else (None, None)
    transaction.commit()
    database = portal._p_jar.db()
    last = database.lastTransaction()
    open_doors = []
    for door in sampled(all_doors(), KNOCKS):
        wrong = complaint(door, knock(client, door, places, in_site, at_root))
        # An attempt to publish leaves its row in the journal, and nothing else.
        if set(changes(database.storage, last)) - attempts():
            wrong = f"{wrong or ''} and something was written"
        last = database.lastTransaction()
        if wrong:
            open_doors.append(f"{door}: {wrong}")
    assert open_doors == [], "\n".join(open_doors)
