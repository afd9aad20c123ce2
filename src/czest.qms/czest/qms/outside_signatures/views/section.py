"""The section *Signatures made outside the system* of the page of an edition or an act."""

from czest.qms import _
from czest.qms.clock import OFFICE_ZONE
from czest.qms.language.dates import moment_of
from czest.qms.organisation.people import full_name
from czest.qms.outside_signatures.keeping import attached_to
from czest.qms.outside_signatures.keeping import is_of_present_content
from czest.qms.outside_signatures.keeping import report_of
from czest.qms.outside_signatures.reading import readable
from czest.qms.outside_signatures.rules.kinds import SEALS
from czest.qms.outside_signatures.rules.people import same_person
from czest.qms.outside_signatures.rules.people import without_identifiers
from czest.qms.outside_signatures.services.signatures import address_of
from czest.qms.outside_signatures.words import CHANGES
from czest.qms.outside_signatures.words import explanation
from czest.qms.outside_signatures.words import KINDS
from czest.qms.outside_signatures.words import LOOKS
from czest.qms.outside_signatures.words import PROBLEMS
from czest.qms.outside_signatures.words import REVOCATIONS
from czest.qms.outside_signatures.words import TIME_SOURCES
from czest.qms.outside_signatures.words import VERDICTS
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


YES, NO = _("yes"), _("no")


class OutsideSignaturesSection(BrowserView):
    """Gives the macro ``section`` and what it draws, as ``content/@@qms-outside-signatures``.

    The page that shows the content says whose section it is: ``section_of(edition)``.
    """

    template = ViewPageTemplateFile("templates/section.pt")

    @property
    def macros(self):
        return self.template.macros


def section_of(content):
    """Return the view-models of everything attached to an edition or act that the person may see, oldest first."""
    return [row(content, entry) for entry in readable(content)]


def row(content, entry):
    """Return the view-model of one signed file."""
    report = report_of(entry)
    icon, look = LOOKS[report["verdict"]]
    return {
        "id": entry["id"],
        "verdict": VERDICTS[report["verdict"]],
        "is_valid": report["bottom_line"],
        "icon": icon,
        "look": look,
        "why": explanation(report),
        "notes": notes(content, entry, report),
        "signatures": [signature_row(each) for each in report["signatures"]],
        "facts": facts_of(entry, report),
        "downloads": downloads(content, entry),
        "former": [former(each) for each in entry["reports"][:-1]],
    }


def notes(content, entry, report):
    """Return what is to be known besides the verdict, as Messages."""
    found = []
    if not is_of_present_content(content, entry):
        found.append(_("It was attached to former content, which has been changed since: it says nothing of this one."))
    if entry["says_the_same"]:
        found.append(_("What was signed is the source file of this content, byte for byte."))
    elif entry["digest"] is not None:
        found.append(
            _(
                "The content of this file is not compared with the edition: the signature says nothing of whether this very"
                " content was signed."
            )
        )
    if report["signatures"] and all(each["kind"] in SEALS for each in report["signatures"]):
        found.append(_("A seal proves that the file comes from the office; it is not the decision of a person."))
    return found


def signature_row(signature):
    """Return the view-model of one signature: who, what and when, and the rest as pairs of label and value."""
    certificate, stamp = signature["certificate"], signature["timestamp"]
    claims = _("not known; the certificate says of itself that it is qualified")
    kind = KINDS.get(signature["kind"]) or (claims if certificate["is_qualified"] else _("not known"))
    rows = [
        (_("Signer"), signature["signer"]),
        (_("Identifier"), signature["identifier"]),
        (_("Kind of signature"), kind),
        (_("Time of signing"), moment(signature["time"])),
        (_("The time is"), TIME_SOURCES[signature["time_source"]]),
        (_("Timestamp by"), stamp["authority"] if stamp else ""),
        (_("Certificate issued by"), certificate["issuer"]),
        (_("Number of the certificate"), certificate["serial"]),
        (_("Certificate valid"), f"{moment(certificate['valid_from'])} – {moment(certificate['valid_until'])}"),
        (_("Leads to the trust list by"), " → ".join([signature["anchor"], *signature["trust_path"]]).strip(" →")),
        (_("Revocation"), REVOCATIONS[signature["revocation"]]),
        (_("Covers the whole file"), YES if signature["covers_all"] else NO),
        (_("Changes after the signature"), CHANGES[signature["later_changes"]]),
        (_("Why it is not valid"), PROBLEMS.get(signature["problem"], "")),
    ]
    return {
        "signer": signature["signer"],
        "kind": kind,
        "time": moment(signature["time"]),
        "is_valid": signature["bottom_line"],
        "verdict": VERDICTS[signature["verdict"]],
        "rows": [{"label": label, "value": value} for label, value in rows if value],
    }


def facts_of(entry, report):
    """Return who attached the file, what he called it, and its digests, as label and value."""
    rows = [
        (_("Attached by"), full_name(entry["attached_by"])),
        (_("Attached on"), moment(entry["attached_at"])),
        (_("Kind given by whoever attached it"), KINDS.get(report["declared_kind"])),
        (_("Verified on"), moment(report["checked_at"])),
        (_("Form of the signature"), report["format"] if report["signatures"] else ""),
        (_("SHA-256 of the file"), report["sha256"]),
        (_("SHA-256 of the signature"), report["signature_sha256"]),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def downloads(content, entry):
    """Return the files to be taken, each with ``title`` and ``url``."""
    name = without_identifiers(entry["file"].filename)
    found = [{"title": _("Signed file: ${name}", mapping={"name": name}), "url": address_of(content, entry, "file")}]
    if entry["signature"] is not None:
        name = without_identifiers(entry["signature"].filename)
        title = _("Signature: ${name}", mapping={"name": name})
        found.append({"title": title, "url": address_of(content, entry, "signature")})
    return [*found, {"title": _("Report (JSON)"), "url": address_of(content, entry, "report")}]


def former(report):
    """Return one line for an earlier report."""
    mapping = {"time": moment(report["checked_at"]), "verdict": VERDICTS[report["verdict"]]}
    return _("${time}: ${verdict}", mapping=mapping)


def moment(text):
    """Return a moment as the office reads it, such as ``2026-11-24 08:00:07``; empty where there is none."""
    return f"{moment_of(text).astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M:%S}" if text else ""


def in_one_line(content, request):
    """Return verdict and signers of everything attached to the present content, a text; empty where there is nothing.

    Whoever signs reads it: of a file that is not the source file it says that nobody has compared it.
    """
    parts = []
    for entry in attached_to(content):
        report = report_of(entry)
        if is_of_present_content(content, entry):
            signers = ", ".join(each["signer"] for each in report["signatures"])
            word = translate(VERDICTS[report["verdict"]], context=request)
            found = f"{word} ({signers})" if signers else word
            parts.append(found if entry["says_the_same"] else translate(not_compared(found), context=request))
    return "; ".join(parts)


def not_compared(found):
    """Return the words for what was found in a file of which the content may be any, as a Message."""
    return _(
        "${verdict}, in an attached file whose content is not compared with the edition", mapping={"verdict": found}
    )


def verdicts_of_person(content, name):
    """Return what is said of the signatures that a person made outside, as Messages.

    Only one over the source file is a signature on the present content; any other file may say anything.

    Parameters:
        name: full name of somebody who signed in the system.
    """
    return [
        verdict_of_person(entry, each)
        for entry in attached_to(content)
        if is_of_present_content(content, entry)
        for each in report_of(entry)["signatures"]
        if same_person(each["signer"], name)
    ]


def verdict_of_person(entry, signature):
    """Return what is said of one signature, as a Message."""
    kind = KINDS.get(signature["kind"], _("not known"))
    mapping = {"verdict": VERDICTS[signature["verdict"]], "kind": kind}
    if entry["says_the_same"]:
        return _("Signed outside the system too: ${verdict} (${kind})", mapping=mapping)
    return _(
        "In an attached file whose content is not compared with the edition: ${verdict} (${kind})", mapping=mapping
    )
