"""After a purge nothing of what was destroyed is in any file of the running system, however it was written."""

from docx import Document
import io
import pytest
import subprocess
from support.client import Client
from support.client import upload
from support.stored_words import places
from support.stored_words import processes_of
import time


#: Words that stand in one place each; that of the title goes into the catalog and its lexicon, too.
WORDS = TITLE, BODY, FORMER, SOURCE, ATTACHMENT = [f"zwqxkanarek{letter}" for letter in "tbfsa"]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Seconds after which every process has noticed a purge.
PATIENCE = 90


@pytest.fixture
def person(system):
    return lambda login: Client(system.address, login, system.password(login))


def docx(text):
    document = Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def qms(system, *words):
    return subprocess.run([system.command, *words], capture_output=True, text=True, timeout=240)


def stored(system):
    return places(WORDS, system.state, processes_of(system.state))


def found(client, word):
    query = {"query": [{"i": "SearchableText", "o": "plone.app.querystring.operation.string.contains", "v": word}]}
    answer = client.post("@querystring-search", query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items_total"]


def written_draft(author):
    """Write a draft with a word in each of its places, one of them replaced since, and return its address."""
    made = author.post("dokumenty", {"@type": "Procedure", "title": "Zniszczenie", "owner_unit": "OR"})
    assert made.status_code == 201, made.text
    opened = author.operate(made.json()["@id"], "open-revision", **{"from": "template", "kind": "edition"})
    assert opened.status_code == 200, opened.text
    edition = opened.json()["object"]
    for body in (FORMER, BODY):
        saved = author.patch(
            edition,
            {
                "title": TITLE,
                "body": f"<p>{body} {'tekst ' * 20000}</p>",
                "source_file": upload("zrodlo.docx", docx(SOURCE), DOCX),
                "attachments": [upload("karta.txt", f"{ATTACHMENT} w karcie".encode(), "text/plain")],
            },
        )
        assert saved.status_code in (200, 204), saved.text
    return edition


def test_what_was_destroyed_is_gone(system, person):
    author = person("autor")
    edition = written_draft(author)
    assert found(author, TITLE) == 1
    before = stored(system)
    assert all(before.values()), before

    discarded = author.operate(edition, "discard", reason="Próba niszczenia")
    assert discarded.status_code == 200, discarded.text
    kept = stored(system)
    assert all(kept.values()), kept
    # Otherwise it would not be looked for where it lies.
    lay = [place for found in (before, kept) for where in found.values() for place in where]
    for part in ("filestorage/Data.fs", "filestorage/Data.fs.tmp", "(deleted)", ".blob"):
        assert any(place.endswith(part) for place in lay), (part, lay)

    purged = qms(system, "purge")
    assert (purged.returncode, purged.stderr) == (0, "")
    deadline = time.monotonic() + PATIENCE
    while any((left := stored(system)).values()) and time.monotonic() < deadline:
        time.sleep(1)
    assert left == dict.fromkeys(WORDS, []), (before, purged.stdout)

    assert [path for path in system.state.rglob("*.old") if "blob" in path.name or "Data" in path.name] == []
    assert found(author, TITLE) == 0
    verified = qms(system, "verify")
    assert (verified.returncode, verified.stdout) == (0, "All is whole.\n")
