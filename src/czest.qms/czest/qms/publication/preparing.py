"""Preparing a publication: the public files are made, the draft of the entry is built, and the rules look at it all.

What is shown to the editor, what is signed, and what is written into the bulletin are the same values.
"""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.bulletin.snapshot import Exclusion
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import Metadata
from czest.qms.bulletin.snapshot import Person
from czest.qms.bulletin.snapshot import PublicFile
from czest.qms.bulletin.snapshot import Relation
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.documents.searchable import text_of_file
from czest.qms.documents.storing import rich_text
from czest.qms.publication import rules
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.public_files import make_public
from czest.qms.publication.public_files import NotMade
from czest.qms.publication.public_files import public_name
from czest.qms.publication.reporting import report_on
from czest.qms.publication.settings import LANGUAGE
from czest.qms.publication.settings import office
from czest.qms.publication.settings import setting
from dataclasses import dataclass
from dataclasses import field
from plone.namedfile.file import NamedBlobFile
from zope.i18n import translate


@dataclass(frozen=True)
class Prepared:
    """A publication ready to be judged.

    Parameters:
        draft: Snapshot; who enters it, when, and its digest are still empty.
        contents: ``{public name: bytes}``.
        text: plain text of the public files.
        case: what the rules look at.
        not_made: Findings about files of which no public one can be made.
    """

    draft: Snapshot
    contents: dict
    text: str
    case: rules.Case
    not_made: tuple = field(default=())

    @property
    def findings(self):
        """What the rules say."""
        return (*rules.examine(self.case), *self.not_made)


def prepare(content, request):
    """Prepare the publication of an edition or a record.

    Parameters:
        content: the edition or record.
        request: dict of what was asked for: see ``operations.request.IRequestPublication``; with ``redacted``, the
            redacted file (NamedBlobFile) or None.
    """
    publishable = IPublishable(content)
    facts = {**publishable.facts(), **{name: request[name] for name in ("summary",) if request.get(name)}}
    facts["body"] = public_body(facts["body"], request)
    chosen = chosen_files(publishable, request)
    titles = titles_of(chosen, facts["title"], request)
    made, not_made = make_files(publishable, titles, chosen)
    relations = tuple(Relation(**row) for row in request.get("relations") or ()) or facts.pop("relations")
    facts.pop("relations", None)
    exclusions = tuple(Exclusion(**row) for row in request.get("exclusions") or ())
    draft = Snapshot(
        **facts,
        until=request.get("bip_until") or "",
        metadata=Metadata(
            entity=setting("entity"),
            responsible=Person(request.get("responsible_name") or "", request.get("responsible_post") or ""),
            entered_by=Person("", ""),
            produced_on=request.get("produced_on") or "",
            published_at="",
        ),
        files=tuple(public_file(each, titles[name]) for each, name in made),
        exclusions=exclusions,
        relations=relations,
    )
    return Prepared(
        draft=draft,
        contents={each.name: each.data for each, _name in made},
        text=" ".join(text_of_file(NamedBlobFile(each.data, each.media_type, each.name)) for each, _name in made),
        case=case_of(publishable, draft, chosen, titles, request),
        not_made=not_made,
    )


def public_body(raw, request):
    """Return the public text: none, the redacted one, or the text of the edition; clean in any case."""
    if request.get("public_body"):
        raw = request["public_body"]
    elif request.get("without_body"):
        return ""
    return rich_text(raw).raw if raw else ""


def chosen_files(publishable, request):
    """Return the files that shall become public, as ``(name inside, file, is redacted)``.

    A redacted file given with the request stands in the place of its original. One that the edition holds itself is
    named among the public files, and its original is not.
    """
    usual = publishable.files()
    named = {**usual, **publishable.further_files()}
    names = request.get("public_files")
    names = list(usual) if names is None else [name for name in names if name in named]
    original, given = request.get("redacted_from") or "", request.get("redacted")
    chosen = [(name, named[name], bool(original) and given is None) for name in names if name != original]
    return [*chosen, (original, given, True)] if given is not None else chosen


def titles_of(chosen, title, request):
    """Return what each file is called in public, by its name inside, which stays inside.

    Parameters:
        chosen: what :func:`chosen_files` gave.
        title: of the document; the first file is called so.
        request: with ``file_titles``, a dict of titles given by hand.
    """
    given = request.get("file_titles") or {}
    usual = [title, *(_attachment(ordinal) for ordinal in range(1, len(chosen)))]
    return {name: given.get(name) or usual[place] for place, (name, _named, _redacted) in enumerate(chosen)}


def _attachment(ordinal):
    return str(translate(_("Attachment ${number}", mapping={"number": ordinal}), target_language=LANGUAGE))


def make_files(publishable, titles, chosen):
    """Make the public files; return ``(PublicBytes, name inside)`` pairs, and Findings on those that cannot be made."""
    made, not_made = [], []
    for ordinal, (name, named, _redacted) in enumerate(chosen, 1):
        extension = named.filename.rpartition(".")[2].lower()
        public = public_name(publishable.symbol, publishable.number, extension, ordinal)
        try:
            each = make_public(named.data, named.contentType, titles[name], LANGUAGE, public, office=office())
        except NotMade as error:
            not_made.extend(error.findings or [could_not_be_made(name, error.reason)])
        else:
            made.append((each, name))
    return made, tuple(not_made)


def could_not_be_made(name, reason):
    """Return the Finding about a file of which no public one can be made."""
    return rules.Finding("not-made", rules.findings.BLOCKS, rules.places.of_file(name), NOT_MADE, {"reason": reason})


NOT_MADE = rules.findings._("No public file can be made of this one (${reason}).")


def public_file(made, title):
    """Return what the entry says of a public file."""
    return PublicFile(
        name=made.name,
        title=title,
        media_type=made.media_type,
        size=len(made.data),
        sha256=made.sha256,
        pages=made.pages,
        accessible=made.accessible,
        signed=made.signed,
    )


def case_of(publishable, draft, chosen, titles, request):
    """Return what the rules look at."""
    metadata = draft.metadata
    return rules.Case(
        today=clock.today(),
        state=publishable.state,
        openness=publishable.openness,
        openness_basis=publishable.openness_basis,
        metadata=rules.MetadataFields(
            entity=metadata.entity,
            responsible_name=metadata.responsible.name,
            responsible_post=metadata.responsible.post,
            entered_by=request.get("entered_by") or setting("entity"),
            produced_on=metadata.produced_on,
        ),
        title=draft.title,
        summary=draft.summary,
        what_changed=draft.what_changed,
        body=draft.body,
        files=tuple(
            rules.CaseFile(name, titles[name], report_on(named), name if redacted else "")
            for name, named, redacted in chosen
        ),
        exclusions=draft.exclusions,
        checklist=request.get("checklist"),
        bip_until=draft.until,
        office=office(),
    )


def content_digest(draft):
    """Return the digest of what people decide on: the draft before anybody entered it."""
    return digest_of(draft)


def kept(prepared):
    """Return what a case keeps of a prepared publication, by the names of its attributes."""
    return {
        "draft": as_plain(prepared.draft),
        "contents": {
            each.name: NamedBlobFile(prepared.contents[each.name], each.media_type, each.name)
            for each in prepared.draft.files
        },
        "text": prepared.text,
        "not_made": prepared.not_made,
    }


def draft_of(case):
    """Return the draft of a case as a Snapshot."""
    return from_plain(Snapshot, case.draft)


def asked_in(case):
    """Return what was asked for in a case, as :func:`prepare` takes it."""
    return {**case.request, "redacted": case.redacted}


def judged(content, case, **more):
    """Return the Findings about a case as it was prepared: the rules look again, no file is made anew.

    Parameters:
        content: the edition or record.
        case: requested or scheduled.
        more: ``checklist`` and ``entered_by``, as far as they are known.
    """
    publishable, asked, draft = IPublishable(content), {**asked_in(case), **more}, draft_of(case)
    chosen = chosen_files(publishable, asked)
    titles = titles_of(chosen, draft.title, asked)
    return (*rules.examine(case_of(publishable, draft, chosen, titles, asked)), *case.not_made)
