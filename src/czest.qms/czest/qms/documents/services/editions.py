"""``@editions``: the editions of a document that this person may see, newest first."""

from czest.qms.documents.content import state_of
from czest.qms.documents.history import visible_editions
from czest.qms.outside_signatures.reading import summaries
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service


#: What a signature tells clients; the rest of its dict is internal.
SIGNATURE_FIELDS = (
    "login",
    "name",
    "post",
    "time",
    "meaning",
    "comment",
    "digest",
    "stage",
    "on_behalf_of",
    "on_behalf_name",
    "mandate",
    "confirmed_by",
    "identity_issuer",
    "void",
    "void_reason",
)


def signatures_of(edition):
    """Return the signatures of an edition as JSON-compatible dicts."""
    return [{name: signature.get(name) for name in SIGNATURE_FIELDS} for signature in edition.signatures]


def summary(edition):
    """Return one item of ``@editions``."""
    return {
        "@id": edition.absolute_url(),
        "number": edition.number,
        "state": state_of(edition),
        "change_description": edition.change_description,
        "effective_from": json_compatible(edition.effective_from),
        "in_force_from": json_compatible(edition.in_force_from),
        "in_force_to": json_compatible(edition.in_force_to),
        "legal_act": edition.legal_act,
        "retroactive_from": json_compatible(edition.retroactive_from),
        "awaits_act": edition.awaits_act,
        "digest": edition.digest,
        "signatures": signatures_of(edition),
        "taken_over": edition.taken_over,
        "outside_signatures": summaries(edition),
    }


class EditionsGet(Service):
    """Lists the editions of a document."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@editions",
            "items": [summary(edition) for edition in visible_editions(self.context)],
        }
