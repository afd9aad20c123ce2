"""What a publication is judged on: plain values, gathered by whoever asks."""

from collections.abc import Mapping
from czest.qms.bulletin.snapshot import Exclusion
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class MetadataFields:
    """The metryczka as far as people give it (art. 8 ust. 6 u.d.i.p.; BIP-3).

    Parameters:
        entity: the body that makes the information available.
        responsible_name, responsible_post: who produced the content or answers for it.
        entered_by: full name of whoever enters it; the server takes it from the login.
        produced_on: day of production, ``YYYY-MM-DD``.
    """

    entity: str = ""
    responsible_name: str = ""
    responsible_post: str = ""
    entered_by: str = ""
    produced_on: str = ""


@dataclass(frozen=True)
class CaseFile:
    """A file proposed for the public.

    Parameters:
        name: inside name; it is not published.
        title: what it is, for people; it is published.
        report: what the screening says.
        redacted_from: name of the original inside of which this is the redacted form, or empty.
    """

    name: str
    title: str = ""
    report: FileReport = field(default_factory=FileReport)
    redacted_from: str = ""


@dataclass(frozen=True)
class Case:
    """All that the rules look at.

    Parameters:
        today: the day of the server's clock.
        state: of the edition or record.
        openness, openness_basis: BIP-1; the basis in words or as a token.
        metadata: the metryczka.
        title, summary, what_changed: public texts.
        body: public HTML.
        files: files proposed.
        exclusions: rows (art. 8 ust. 5).
        checklist: question id → True where such data is present, see ``checklist.QUESTIONS``; None while nobody was
            asked (a preview), which gives no findings.
        bip_until: last day in the bulletin, ``YYYY-MM-DD``, or empty.
        office: what belongs to the office itself.
    """

    today: date
    state: str = ""
    openness: str = ""
    openness_basis: str = ""
    metadata: MetadataFields = field(default_factory=MetadataFields)
    title: str = ""
    summary: str = ""
    what_changed: str = ""
    body: str = ""
    files: tuple[CaseFile, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    checklist: Mapping[str, bool | None] | None = None
    bip_until: str = ""
    office: Office = field(default_factory=Office)
