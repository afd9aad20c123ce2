"""The two laws of separation: nothing internal is public, and what is public does not depend on what is internal."""

from collections import Counter
from dataclasses import replace
import re
from support.client import Client
from support.separation import internal
from support.separation import leaking
from support.separation import records
from support.separation.answers import leaks
from support.separation.answers import texts_of
from support.separation.asking import ask
from support.separation.asking import crawl
from support.separation.asking import Question
from support.separation.canaries import Canaries
from support.separation.everything import forbidden
from support.separation.observed import HOME
from support.separation.planting import SEED


#: Where a public document lies, one withdrawn, and two that were never published.
PUBLIC, WITHDRAWN = "/bip/dokumenty/I-OR-71/wydanie-1", "/bip/dokumenty/I-OR-73/wydanie-1"
NEVER_PUBLIC = ("/bip/dokumenty/I-OR-74", "/bip/dokumenty/I-OR-75", "/bip/dokumenty/Z-JAW-2026~B")
RECORD = "/bip/dokumenty/Z-JAW-2026~A/wersja-1"

#: Logins that are words of the language, too.
COMMON_WORDS = {
    "administrator",
    "archiwista",
    "auditor",
    "autor",
    "manager",
    "pracownik",
    "projekty",
    "radca",
    "zastepca",
}

#: What stands in pages of Plone, in errors and in the intranet, and in no public page.
STOCK = (b"documentFirstHeading", b"Traceback", b"zope", b"Plone", b"/qms", b"manage_")


def answered(observed, target):
    return observed.after[Question(target)]


def test_there_was_something_to_find(observed):
    """Else nothing found would mean nothing: content is public, and canaries are inside it and beside it."""
    assert {answered(observed, target).status for target in (PUBLIC, WITHDRAWN, RECORD)} == {200}
    assert "[wyłączono: dane osoby]".encode() in answered(observed, f"{RECORD}/pliki/z-jaw-2026-a.txt").body
    assert all(ask(observed.server, Question(target)).status == 404 for target in NEVER_PUBLIC)
    types = Counter(answer.header("content-type").partition(";")[0] for answer in observed.after.values())
    assert {"text/html", "application/zip", "application/pdf", "text/plain", "application/json"} <= set(types)
    assert any(each.startswith("application/vnd.openxmlformats") for each in types)
    places = set(observed.canaries.places.values())
    assert len(places) > 3000
    assert {
        "author of the file of I-OR-71",
        "text of the original of I-OR-72",
        "remark of the review of I-OR-71",
        "text of the original of Z-JAW-2026/A",
        "finding of record 0",
        f"text of the correction of record {records.WRITTEN}",
    } <= places


def test_five_hundred_internal_objects_are_there(observed):
    """Documents, editions and records, written in batches and made by operations."""
    canaries = Canaries(SEED)
    symbols = internal.symbols(canaries)
    officer = Client(observed.system.address, "pelnomocnik", observed.system.password("pelnomocnik"))
    for symbol in (symbols[0], symbols[internal.WRITTEN - 1], symbols[internal.WRITTEN], symbols[-1]):
        document = officer.get(f"dokumenty/{symbol}").json()
        (edition,) = officer.get(f"dokumenty/{symbol}/@editions").json()["items"]
        assert observed.canaries.found_in(document["title"]) and edition["number"] == "1"
    found = officer.get(f"@search?portal_type=Record&path=/qms/zapisy/{records.SERIES}").json()
    assert found["items_total"] == records.WRITTEN + records.OPERATED
    assert 2 * len(symbols) + found["items_total"] == 500


def test_nothing_internal_is_in_any_answer(observed):
    """Law 1: ISO 9001 7.5.3, and art. 5 u.d.i.p.: only what was decided on is public (BIP-2)."""
    found = {}
    for answers in (observed.before, observed.after):
        for question, answer in answers.items():
            # Who asks for a word may be told which word was asked for.
            own = observed.canaries.found_in(str(question))
            told = set(leaks(observed.canaries, answer)) - set(own)
            if told:
                found[str(question)] = sorted(told)
    assert found == {}


def test_what_is_public_does_not_depend_on_what_is_internal(observed):
    """Law 2: byte for byte, but for the time of the answer."""
    assert observed.before.keys() == observed.after.keys()
    differing = [str(each) for each, answer in observed.before.items() if answer != observed.after[each]]
    assert differing == []


def test_nobody_is_told_that_a_word_is_known_inside(observed):
    """A search for a word of the inside is answered as one for a word of nobody."""
    nobody = "cnraaaaaaaaaaaaa"
    known = observed.canaries.word("title of I-OR-74")
    for target in ("/bip/szukaj?q={}", "/bip/@search?q={}", "/bip/dokumenty/{}", "/bip/resolveuid/{}"):
        first, second = (ask(observed.server, Question(target.format(word))) for word in (known, nobody))
        answer = replace(first, body=first.body.replace(known.encode(), nobody.encode()), headers=())
        assert answer == replace(second, headers=())


def test_no_login_is_public(observed):
    """Names stand in the bulletin only with their posts, and never as logins (art. 8 ust. 6)."""
    logins = observed.system.accounts.keys() - COMMON_WORDS
    assert len(logins) == 7
    pattern = re.compile(rf"\b({'|'.join(sorted(logins))})\b")
    bodies = {answer.body for question, answer in observed.after.items() if not pattern.search(str(question))}
    found = {login for body in bodies for text in texts_of(body) for login in pattern.findall(text)}
    assert found == set()


def test_each_answer_is_a_public_one(observed):
    """What is no public door is answered as if it were not there, whatever is behind it."""
    assert {answer.status for answer in observed.after.values()} <= {200, 206, 301, 304, 400, 404, 416}
    found = {
        (str(question), word)
        for question, answer in observed.after.items()
        for word in STOCK
        if word in answer.body
        and word.decode() not in question.target
        and answer.header("content-type").startswith("text")
    }
    assert found == set()


def test_other_methods_are_refused_without_a_trace_of_the_inside(observed):
    targets = [
        "/",
        "/qms",
        HOME,
        "/bip/@search",
        "/bip/@@prefs_main_template",
        "/bip/portal_catalog",
        PUBLIC,
        *NEVER_PUBLIC[:1],
    ]
    answers = {ask(observed.server, question) for question in forbidden(targets)}
    (answer,) = answers
    assert (answer.status, answer.header("allow")) == (405, "GET, HEAD")
    assert leaks(observed.canaries, answer) == []
    assert {name.lower() for name, _value in answer.headers} == {
        "allow", "cache-control", "content-length", "content-type", "server", "x-content-type-options"
    }  # fmt: skip


def test_nothing_is_written_by_reading(observed):
    """Nor does anything of the bulletin change when the intranet does."""
    first, with_internal, after_reading = observed.databases
    assert first == with_internal == after_reading


def test_ten_planted_leaks_are_found(observed):
    with leaking.leaking_front(observed.server, observed.canaries) as front:
        answers = crawl(front, HOME)
        found = {place for answer in answers.values() for place in leaks(observed.canaries, answer)}
    assert found == {leaking.planted(way) for way in leaking.WAYS}
    assert len(found) == 10
