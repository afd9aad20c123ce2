"""Asking for the publication of an edition or a record in the bulletin (BIP-2…4, RODO-4)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.checks import raise_all
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.making import uid_of
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.storing import stored
from czest.qms.language.dates import parse_date
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import OFFICER
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.publication.operations.base import plain_findings
from czest.qms.publication.operations.base import PublicationOperation
from czest.qms.publication.preparing import content_digest
from czest.qms.publication.preparing import kept
from czest.qms.publication.preparing import prepare
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLIC_OPENNESS
from czest.qms.publication.rules.decision import PUBLISHABLE_STATES
from czest.qms.publication.settings import setting
import json
from plone.namedfile.field import NamedBlobFile
from plone.schema import JSONField
from plone.supermodel import model
from zope import schema
from zope.component import getUtility


def rows_of(*required, optional=()):
    """Return the JSON Schema of a list of rows of texts."""
    names = (*required, *optional)
    row = {
        "type": "object",
        "properties": {name: {"type": "string", "maxLength": 500} for name in names},
        "required": list(required),
        "additionalProperties": False,
    }
    return json.dumps({"type": "array", "maxItems": 100, "items": row})


TITLES = json.dumps({"type": "object", "additionalProperties": {"type": "string", "maxLength": 250}})

EXCLUSION = ("scope", "legal_basis", "excluded_by")
RELATION = ("kind", "number")
#: What an act may do to a document, see ``bulletin.snapshot.Relation``.
RELATION_KINDS = frozenset({"introduced", "amended", "repealed"})


class IRequestPublication(model.Schema):
    """Input of the request."""

    produced_on = schema.Date(
        title=_("Day of production"), description=_("When the content was produced (art. 8 sec. 6).")
    )
    responsible_name = schema.TextLine(
        title=_("Who answers for the content"), description=_("First name and surname."), max_length=200
    )
    responsible_post = schema.TextLine(title=_("Post of this person"), max_length=200)
    summary = schema.Text(
        title=_("Summary in plain language"),
        description=_(
            "One or two sentences for residents. Left empty, the purpose of the document, or what the record proves."
        ),
        required=False,
        max_length=1000,
    )
    public_files = schema.List(
        title=_("Public files"),
        description=_("Names of files inside, one a line. Left out, all of them."),
        value_type=schema.TextLine(),
        required=False,
    )
    file_titles = JSONField(title=_("Public titles of files"), schema=TITLES, required=False)
    without_body = schema.Bool(title=_("Without the text: files only"), required=False, default=False)
    public_body = schema.Text(
        title=_("Public text"),
        description=_(
            "Where the text inside must not be published as a whole: the text with [wyłączono: …]; of a record, an extract."
        ),
        required=False,
    )
    redacted_file = NamedBlobFile(
        title=_("Redacted file"),
        description=_("A version without what must not be public; the original stays inside."),
        required=False,
    )
    redacted_from = schema.TextLine(
        title=_("Original of the redacted file"),
        description=_("Name of the file in whose place a redacted one is published; the original stays inside."),
        required=False,
    )
    exclusions = JSONField(
        title=_("Exclusions of openness"),
        description=_("What is not disclosed, on what basis, who excluded it, and in whose interest (art. 8 sec. 5)."),
        schema=rows_of(*EXCLUSION, optional=("in_interest_of",)),
        required=False,
    )
    bip_until = schema.Date(
        title=_("Last day in the bulletin"), description=_("After it only a note remains (RODO)."), required=False
    )
    relations = JSONField(
        title=_("Legal acts"),
        description=_("Left empty, they are those of the editions."),
        schema=rows_of(*RELATION, optional=("date",)),
        required=False,
    )


class RequestPublication(PublicationOperation):
    """Ask for the publication; the BIP editor decides."""

    id = "request-publication"
    title = _("Ask for publication in the BIP")
    headings = (
        _("Publication of edition ${number} of ${symbol} in the BIP"),
        _("Publication of record ${symbol} in the BIP"),
    )
    done = _("The BIP editor has been asked to publish it.")
    not_done = _("Not asked for.")
    busy = _("Making the public files…")
    schema = IRequestPublication
    order = 90
    who = (AUTHOR, OFFICER)
    condition = _("decided to be open, not asked for yet")
    tells = (BIP_EDITOR,)
    possible_in = PUBLISHABLE_STATES

    @property
    def address(self):
        """Where files are ticked and exclusions written in rows."""
        return f"{self.context.absolute_url()}/@@request-publication"

    def person_refusal(self):
        if actor() in self.publishable.author_set or is_officer(self.context):
            return None
        return _("An author or the quality officer asks for a publication.")

    def state_refusal(self):
        publishable = self.publishable
        if publishable.state not in self.possible_in:
            return _("Not possible: only what is in force, or a record that was filed, may be published.")
        if publishable.openness not in PUBLIC_OPENNESS:
            return _("Not possible: the openness decided on does not make it public.")
        if self.open_case is not None:
            return _("The publication has been asked for already.")
        return None

    def withheld(self):
        """A record has no text that could be left out, and no act brings it into force."""
        return () if self.publishable.number else ("without_body", "relations")

    def defaults(self):
        name, post = self.publishable.responsible or (full_name(actor()), getUtility(IDirectory).post_title(actor()))
        return {
            "produced_on": self.publishable.produced_on,
            "responsible_name": name,
            "responsible_post": post,
            "bip_until": cases.usual_end(clock.today(), setting("years")),
        }

    def check(self, data):
        raise_all([*self._check_days(data), *self._check_files(data), *self._check_rows(data)])

    def _check_days(self, data):
        today = clock.today()
        if data["produced_on"] > today:
            yield "produced_on", _("The day has not come yet.")
        if data["bip_until"] is not None and data["bip_until"] < today:
            yield "bip_until", _("The day is past.")

    def _check_files(self, data):
        usual = self.publishable.files()
        known = {**usual, **self.publishable.further_files()}
        for name in data["public_files"] or ():
            if name not in known:
                yield "public_files", _("There is no file ${name} inside.", mapping={"name": name})
        redacted, original = data["redacted_file"], data["redacted_from"]
        if redacted is not None:
            yield from screen_file("redacted_file", redacted, ALLOWED_TYPES)
            if original not in known:
                yield "redacted_from", _("Say for which file inside it stands.")
        elif original and original in (data["public_files"] or usual):
            yield "redacted_file", _("The redacted file is missing.")

    def _check_rows(self, data):
        for ordinal, row in enumerate(data["exclusions"] or (), 1):
            if not all(row[name].strip() for name in EXCLUSION):
                message = _("Row ${number}: say what was left out, on what basis, and who excluded it.")
                yield "exclusions", _(message, mapping={"number": ordinal})
        for ordinal, row in enumerate(data["relations"] or (), 1):
            mapping = {"number": ordinal}
            if row["kind"] not in RELATION_KINDS or not row["number"].strip():
                yield "relations", _("Row ${number}: say what the act did and its number.", mapping=mapping)
            elif row.get("date") and parse_date(row["date"]) is None:
                yield "relations", _("Row ${number}: give the date of the act as yyyy-mm-dd.", mapping=mapping)

    def write(self, data):
        request = plain_request(data)
        redacted = stored(data["redacted_file"])
        prepared = prepare(self.context, {**request, "redacted": redacted})
        publishable = self.publishable
        case = self.ledger.open_case(
            uid_of(self.context),
            symbol=publishable.symbol,
            number=publishable.number,
            authors=tuple(sorted(publishable.author_set)),
            request=request,
            redacted=redacted,
            **kept(prepared),
        )
        details = {
            "case": case.id,
            "content_digest": content_digest(prepared.draft),
            "files": [each.sha256 for each in prepared.draft.files],
            "exclusions": len(prepared.draft.exclusions),
            "findings": [f"{each.rule} {each.place}" for each in prepared.findings if each.severity == "blocks"],
        }
        warnings = [each["message"] for each in plain_findings(prepared.findings, self.request)]
        return Outcome(self.context, details=details, warnings=warnings)

    def consequences(self):
        return [
            _("Public files are made from those inside, without authors and other hidden data."),
            _("The rules of publication look at them; what they find is shown to the BIP editor and to you."),
            _("Nothing becomes public before the BIP editor, who is somebody else, has decided."),
        ]


def plain_request(data):
    """Return what was asked for as plain values, with who asked and when."""

    def day(name):
        return data[name].isoformat() if data[name] else ""

    return {
        "produced_on": day("produced_on"),
        "responsible_name": data["responsible_name"],
        "responsible_post": data["responsible_post"],
        "summary": data["summary"] or "",
        "public_files": None if data["public_files"] is None else list(dict.fromkeys(data["public_files"])),
        "file_titles": dict(data["file_titles"] or {}),
        "without_body": bool(data["without_body"]),
        "public_body": data["public_body"] or "",
        "redacted_from": data["redacted_from"] or "",
        "exclusions": [{"in_interest_of": "", **row} for row in data["exclusions"] or ()],
        "bip_until": day("bip_until"),
        "relations": [{"date": "", **row} for row in data["relations"] or ()],
        "requested_by": actor(),
        "requested_at": clock.now().isoformat(),
    }
