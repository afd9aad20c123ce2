"""The checklist that the editor answers before publishing (RODO-1)."""

from czest.qms.publication.rules.findings import _


#: Question id → question; ``yes`` to any blocks until it is resolved.
QUESTIONS = {
    "private_persons": _("Are there personal data of private persons?"),
    "special_categories": _("Are there special categories of data, such as on health, beliefs or convictions?"),
    "identifying_data": _(
        "Are there signatures of third parties, PESEL numbers, addresses, telephones, e-mail addresses, vehicle or "
        "land register numbers?"
    ),
    "file_metadata": _("Do the files hold authors, comments or tracked changes?"),
    "hidden_text": _("Is there text under black boxes or in a hidden layer?"),
    "whistleblowers": _("Are there data on a whistleblower?"),
}
