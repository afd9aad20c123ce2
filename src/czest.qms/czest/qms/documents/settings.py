"""Settings of the documents room, kept in the registry."""

from czest.qms import _
from czest.qms.documents.rules.numbering import is_pattern
from czest.qms.documents.rules.route import PURPOSES
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface


class NotAPattern(schema.ValidationError):
    __doc__ = _("A pattern needs {sequence} once, and may have {unit}; for example P-{unit}-{sequence:02d}.")


def check_pattern(text):
    """Constraint of a symbol pattern.

    Raises:
        NotAPattern: when symbols cannot be made from it.
    """
    if not is_pattern(text):
        raise NotAPattern(text)
    return True


class IDocumentSettings(Interface):
    """What the office decides about its documents (PR-2, PR-5, PR-6, SIG-1)."""

    symbol_patterns = schema.Dict(
        title=_("Patterns of symbols"),
        description=_("One for each kind of document; {unit} is the symbol of the owner unit."),
        key_type=schema.ASCIILine(),
        value_type=schema.TextLine(constraint=check_pattern),
        default={
            "Procedure": "P-{unit}-{sequence:02d}",
            "Instruction": "I-{unit}-{sequence:02d}",
            "FormTemplate": "F-{unit}-{sequence:02d}",
        },
    )
    section_template = schema.List(
        title=_("Sections of a new document"),
        value_type=schema.TextLine(),
        default=[
            "Cel",
            "Zakres stosowania",
            "Definicje i skróty",
            "Podstawa prawna",
            "Odpowiedzialność i uprawnienia",
            "Opis postępowania",
            "Mierniki",
            "Ryzyka i mechanizmy kontrolne",
            "Dokumenty związane",
            "Zapisy",
            "Załączniki",
            "Karta zmian",
            "Rozdzielnik",
        ],
    )
    upload_limit = schema.Int(
        title=_("Largest file in megabytes"),
        min=1,
        max=1000,
        default=50,
    )
    remind_before = schema.Int(
        title=_("Reminder before a deadline, in days"),
        description=_("How many days before the last day of a stage those who are asked are reminded."),
        min=0,
        max=60,
        default=2,
    )
    remind_every = schema.Int(
        title=_("Reminder after a deadline, every so many days"),
        description=_("Those who are asked are reminded again and again until they have signed."),
        min=1,
        max=60,
        default=3,
    )
    escalate_after = schema.Int(
        title=_("Message to the quality officer, in days after a deadline"),
        description=_("When a stage is as late as that, the quality officers are told once."),
        min=1,
        max=365,
        default=5,
    )
    check_days = schema.Int(
        title=_("Days given to a check"),
        description=_("Where neither the route nor its template says it; empty means no deadline."),
        min=1,
        max=365,
        required=False,
        default=None,
    )
    opinion_days = schema.Int(
        title=_("Days given to an opinion"),
        description=_("Where neither the route nor its template says it; empty means no deadline."),
        min=1,
        max=365,
        required=False,
        default=None,
    )
    approval_days = schema.Int(
        title=_("Days given to an approval"),
        description=_("Where neither the route nor its template says it; empty means no deadline."),
        min=1,
        max=365,
        required=False,
        default=None,
    )
    silence_ends_opinions = schema.Bool(
        title=_("Silence ends an opinion"),
        description=_("Otherwise an opinion past its day waits on, and the quality officer is told."),
        required=False,
        default=True,
    )
    approval_basis = schema.TextLine(
        title=_("Usual basis of approval"),
        description=_("Noted with an approval for which no legal act and no other basis is given."),
        max_length=250,
        default="upoważnienie",
    )
    act_required = schema.List(
        title=_("Kinds brought into force by a legal act only"),
        description=_("Editions of these kinds stay approved until an act brings them into force."),
        value_type=schema.Choice(vocabulary="czest.qms.Kinds"),
        required=False,
        default=[],
    )


#: What is adjusted in the workflow manager, with a reason and a trail, and on no form.
ADJUSTED = (
    "remind_before",
    "remind_every",
    "escalate_after",
    "check_days",
    "opinion_days",
    "approval_days",
    "silence_ends_opinions",
    "act_required",
)


def setting(name):
    """Return one setting; its default on a site that is not upgraded yet."""
    registry = getUtility(IRegistry)
    return registry.get(f"{IDocumentSettings.__identifier__}.{name}", IDocumentSettings[name].default)


def usual_days():
    """Return the days given to a stage where neither route nor template gives them: purpose → days or None."""
    return {purpose: setting(f"{purpose}_days") for purpose in PURPOSES}


def pattern_of(kind):
    """Return the pattern of symbols of a kind of document."""
    return setting("symbol_patterns").get(kind, kind[0].upper() + "-{unit}-{sequence:02d}")


def needs_act(kind):
    """Tell whether editions of this kind of document come into force by a legal act only."""
    return kind in (setting("act_required") or ())


def upload_limit():
    """Return the size of the largest accepted file in bytes."""
    return setting("upload_limit") * 1024 * 1024
