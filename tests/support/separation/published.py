"""Documents on the way to the public, whose parts that are not public carry canaries; through the real operations.

Published: I-OR-71 (in force), I-OR-72 (archived, with a redacted file), I-OR-73 (withdrawn). Not published: I-OR-74 (its
publication refused), I-OR-75 (asked for only).
"""

from czest.qms.publication.rules.checklist import QUESTIONS
import datetime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from support.separation import files
from support.separation.performing import performed


AUTHOR, OFFICER, EDITOR = "autor", "pelnomocnik", "redaktor-bip"
#: Unit of the author.
UNIT = "PJ"
REVIEWERS, APPROVERS = ["sprawdzajacy"], ["zatwierdzajacy"]
ALL_NO = dict.fromkeys(QUESTIONS, False)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCLUSION = {
    "scope": "dane osoby",
    "legal_basis": "art. 5 ust. 2 u.d.i.p.",
    "excluded_by": "Anna Przykładowa",
    "in_interest_of": "osoby fizycznej",
}


class Work:
    """What the people of the demo do to one document.

    Parameters:
        portal: the site.
        canaries: Canaries.
        passwords: by login.
        symbol: of the document.
    """

    def __init__(self, portal, canaries, passwords, symbol):
        self.library, self.passwords, self.symbol = portal["dokumenty"], passwords, symbol
        self.word = lambda place: canaries.word(f"{place} of {symbol}")

    @property
    def document(self):
        return self.library[self.symbol]

    def do(self, login, content, operation_id, **data):
        if "password" in data:
            data["password"] = self.passwords[login]
        with api.env.adopt_user(username=login):
            return performed(content, operation_id, **data)

    def register(self, **data):
        values = {"title": f"Instrukcja {self.symbol}", "description": "Mówi, jak to zrobić.", **data}
        self.do(OFFICER, self.library, "register", kind="Instruction", symbol=self.symbol, owner_unit=UNIT, **values)
        reason = self.word("reason of openness")
        basis = "art. 6 ust. 1 pkt 3 u.d.i.p."
        self.do(OFFICER, self.document, "amend-control-data", openness="bip", openness_basis=basis, reason=reason)

    def in_force(self, attachments=()):
        """Lead an edition through its route, with a round of returning, into force."""
        edition = self.do(AUTHOR, self.document, "open-revision", kind="edition")
        values = {
            "body": RichTextValue("<h2>1. Cel</h2><p>Tekst dla wszystkich.</p>", "text/html", "text/x-html-safe"),
            "change_description": "Pierwsze wydanie",
            "attachments": list(attachments),
            "reviewers": REVIEWERS,
            "approvers": APPROVERS,
        }
        self.do(AUTHOR, edition, "save", **values)
        self.do(AUTHOR, edition, "submit")
        self.do(REVIEWERS[0], edition, "return", reason=self.word("reason of returning"))
        self.do(AUTHOR, edition, "submit")
        self.do(REVIEWERS[0], edition, "review", password=True, comment=self.word("remark of the review"))
        self.do(APPROVERS[0], edition, "approve", password=True, comment=self.word("remark of the approval"))
        self.do(OFFICER, edition, "release")
        return edition

    def attachments(self):
        """Return files whose names inside and whose metadata are canaries."""
        names = {kind: self.word(f"name of the file {kind}") for kind in ("txt", "docx", "pdf")}
        author, custom = self.word("author of the file"), self.word("custom property of the file")
        return [
            named(f"{names['txt']}.txt", b"Tre\xc5\x9b\xc4\x87 jawna", "text/plain"),
            named(f"{names['docx']}.docx", files.document(author, custom), DOCX),
            named(f"{names['pdf']}.pdf", files.portable(author), "application/pdf"),
        ]

    def ask(self, edition, **data):
        values = {
            "produced_on": datetime.date(2026, 11, 2),
            "responsible_name": "Anna Przykładowa",
            "responsible_post": "Pełnomocnik ds. SZJ",
            "bip_until": datetime.date(2099, 12, 31),
        }
        self.do(AUTHOR, edition, "request-publication", **{**values, **data})

    def publish(self, edition):
        self.do(EDITOR, edition, "publish", password=True, checklist=ALL_NO)


def named(name, data, media_type):
    return NamedBlobFile(data=data, filename=name, contentType=media_type)


def published(*surroundings):
    work = Work(*surroundings, "I-OR-71")
    work.register()
    edition = work.in_force(work.attachments())
    work.ask(edition)
    work.publish(edition)


def superseded(*surroundings):
    work = Work(*surroundings, "I-OR-72")
    work.register()
    original = named(
        f"{work.word('name of the original')}.txt", work.word("text of the original").encode(), "text/plain"
    )
    edition = work.in_force([original])
    redacted = named("jawna.txt", "Tekst [wyłączono: dane osoby]".encode(), "text/plain")
    work.ask(edition, redacted_file=redacted, redacted_from=original.filename, exclusions=[EXCLUSION])
    work.publish(edition)
    work.in_force()


def withdrawn(*surroundings):
    work = Work(*surroundings, "I-OR-73")
    work.register()
    edition = work.in_force([named("a.txt", work.word("text that was withdrawn").encode(), "text/plain")])
    work.ask(edition)
    work.publish(edition)
    work.do(EDITOR, edition, "unpublish", reason="Opublikowano omyłkowo.")


def refused(*surroundings):
    work = Work(*surroundings, "I-OR-74")
    work.register(title=work.word("title"))
    edition = work.in_force()
    work.ask(edition, summary=work.word("summary that was refused"))
    work.do(EDITOR, edition, "refuse-publication", reason=work.word("reason of the refusal"))


def asked_for(*surroundings):
    work = Work(*surroundings, "I-OR-75")
    work.register(title=work.word("title"), description=work.word("purpose"))
    work.ask(work.in_force(), summary=work.word("summary that was asked for"))


STEPS = (published, superseded, withdrawn, refused, asked_for)
