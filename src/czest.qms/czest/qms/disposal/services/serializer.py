"""JSON of a list: Plone's, with state, steps, sums, papers, and what keeps it from its destruction."""

from czest.qms.disposal.interfaces import IArchiveMarker
from czest.qms.disposal.interfaces import IDisposalListMarker
from czest.qms.disposal.locks import destruction
from czest.qms.disposal.papers import day_of
from czest.qms.disposal.rows import totals
from czest.qms.disposal.rules.steps import Progress
from czest.qms.disposal.rules.steps import steps_of
from czest.qms.disposal.work import progress
from czest.qms.documents.content import state_of
from czest.qms.interfaces import IQmsLayer
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


def standing_of(content):
    """Return the ``Progress`` of a list."""
    answered, refused = day_of(content, "answered"), day_of(content, "refused")
    return Progress(
        kind=content.kind,
        state=state_of(content),
        proposed_on=content.made_on,
        signed_on=day_of(content, "signed"),
        requested_on=day_of(content, "requested"),
        answered_on=answered or (refused if content.is_refused else None),
        done_on=(day_of(content, "transferred") if content.kind == "A" else day_of(content, "destroyed")),
        protocol_on=day_of(content, "protocol"),
    )


def sums_of(content):
    """Return what the rows come to, and how many of them are excluded, done, skipped and open."""
    found = totals(content)
    excluded, done = len(content.excluded), len(content.done)
    return {
        "rows": len(content.rows),
        "units": found.units,
        "files": found.files,
        "size": found.size,
        "years": found.years,
        "excluded": excluded,
        "done": done,
        "skipped": len(content.skipped),
        "open": len(content.rows) - excluded - done,
        "left_out": len(content.left_out),
    }


@implementer(ISerializeToJson)
@adapter(IDisposalListMarker, IQmsLayer)
class SerializeList(SerializeToJson):
    """A list; its rows are asked of ``@rows``."""

    def __call__(self, version=None, include_items=True):
        content = self.context
        result = super().__call__(version=version, include_items=include_items)
        locked = destruction(content)
        result.update(
            {
                "state": state_of(content),
                "kind": content.kind,
                "digest": content.digest,
                "totals": sums_of(content),
                "progress": progress(content),
                "steps": [
                    {"id": step.id, "standing": step.standing, "day": json_compatible(step.day)}
                    for step in steps_of(standing_of(content))
                ],
                "consent_no": content.consent_no,
                "consent_date": json_compatible(content.consent_date),
                "papers": json_compatible(content.papers),
                "destruction": {
                    "allowed": locked["allowed"],
                    "reasons": [translate(reason, context=self.request) for reason in locked["reasons"]],
                },
            }
        )
        return result


@implementer(ISerializeToJson)
@adapter(IArchiveMarker, IQmsLayer)
class SerializeArchive(SerializeFolderToJson):
    """The archive; its lists are asked of the search."""

    def __call__(self, version=None, include_items=True):
        return super().__call__(version=version, include_items=False)
