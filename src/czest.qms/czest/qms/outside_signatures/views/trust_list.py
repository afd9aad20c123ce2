"""The control panel of the trust list: whom the office believes, for what, and where that is known from."""

from czest.qms import _
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.views.base import OfficerView
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.removal import Removal
from czest.qms.outside_signatures.interfaces import ITrustList
from czest.qms.outside_signatures.rules.kinds import USES
from czest.qms.outside_signatures.trust_list import trusted_certificates
from czest.qms.outside_signatures.validation import UnreadableCertificates
from czest.qms.outside_signatures.words import USES as USE_WORDS
from functools import cached_property
from zExceptions import NotFound
from zope.component import getUtility


LIST = "qms-trust-list"
TITLE = _("Trust list of signatures")
#: Most characters of the words beside a certificate, and of the certificates themselves.
LONGEST, LONGEST_PEM = 500, 200_000
SENTENCES = {
    "required": _("This field is required."),
    "too_long": _("The text is too long."),
    "pem": _("There is no certificate in the form PEM here, or one that cannot be read."),
    "use": _("There is no such use."),
}


class TrustListView(OfficerView):
    """What the pages of the list share."""

    above = ((TITLE, LIST),)

    @cached_property
    def trust_list(self):
        return getUtility(ITrustList)


class TrustListPage(TrustListView):
    """All certificates of the list."""

    title = TITLE
    above = ()
    is_wide = True
    nothing = _("The list is empty: no signature made outside the system is shown as valid.")

    def rows(self):
        return [
            {
                "certificate": each,
                "uses": [USE_WORDS[use] for use in each.uses] or [_("only leads to others")],
                "is_over": each.valid_until < self.today.isoformat(),
                "remove_url": self.address("qms-trust-list-remove", id=each.sha256),
            }
            for each in self.trust_list.certificates()
        ]


class AddCertificates(TrustListView, OfficerForm):
    """Adds certificates of authorities; those that are there get the new words."""

    title = _("Add certificates to the trust list")
    action = _("Add to the trust list")
    done = _("The certificates were added.")
    explanation = _(
        "Take certificates only from the Polish or another list of trusted services (EU LOTL, NCCert), and compare"
        " their digest with the published one. Whoever stands here is believed."
    )
    next_page = LIST

    def fields(self):
        hint = _("What the office calls it, such as Narodowe Centrum Certyfikacji.")
        source = _("Where it comes from and when, such as nccert.pl, 2026-11-24.")
        pem = _("Certificates in the form PEM, one or more: from BEGIN CERTIFICATE to END CERTIFICATE.")
        uses = _("None ticked: the certificate only helps to lead from a signature to another one of the list.")
        return (
            Field("label", _("Name"), hint),
            Field("source", _("Source"), source),
            Field("pem", _("Certificates"), pem, "area"),
            Field("uses", _("Relied on for"), uses, "choices", tuple(USE_WORDS.items()), optional=True),
        )

    def initial(self):
        return {"uses": []}

    def sentence(self, problem):
        return SENTENCES[problem.code]

    def save(self):
        problems = [Problem(name, "required") for name in ("label", "source", "pem") if not self.values[name]] + [
            Problem(name, "too_long")
            for name, limit in (("label", LONGEST), ("source", LONGEST), ("pem", LONGEST_PEM))
            if len(self.values[name]) > limit
        ]
        if set(self.values["uses"]) - set(USES):
            problems.append(Problem("uses", "use"))
        if problems:
            raise Refused(problems)
        try:
            found = trusted_certificates(
                self.values["pem"], self.values["label"], self.values["source"], self.values["uses"]
            )
        except UnreadableCertificates as error:
            raise Refused([Problem("pem", "pem")]) from error
        for each in found:
            self.trust_list.put(each)


class RemoveCertificate(TrustListView, Removal):
    """Takes a certificate out of the list."""

    action = _("Remove from the trust list")
    done = _("The certificate was removed.")
    explanation = _(
        "Reports made so far stay as they are. Signatures that lead to this certificate alone are not valid at the"
        " next verification."
    )
    kept = ("id",)
    next_page = LIST

    @property
    def certificate(self):
        """The certificate that the address names.

        Raises:
            NotFound: when there is none.
        """
        asked = self.request.form.get("id", "")
        try:
            return self.trust_list.certificate(asked if isinstance(asked, str) else "")
        except KeyError as error:
            raise NotFound(str(asked)) from error

    @property
    def title(self):
        return _("Remove the certificate ${name}", mapping={"name": self.certificate.label})

    def save(self):
        self.trust_list.remove(self.certificate.sha256)
