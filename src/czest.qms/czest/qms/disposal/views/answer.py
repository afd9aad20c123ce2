"""``LIST/@@record-answer``: the form on the page of a list by which the answer of the state archive is noted."""

from czest.qms import _
from czest.qms.disposal.views.answers import PART
from czest.qms.disposal.views.answers import read_answer
from czest.qms.disposal.views.answers import REFUSAL
from czest.qms.disposal.views.list_page import ListPage
from czest.qms.language.dates import parse_date
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.performing import perform
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly


#: Field of the refusal → field of the form.
_FIELDS = {"sign": "consent_no", "refused_on": "consent_date", "rows": "excluded"}


class RecordAnswer(ListPage):
    """Notes the answer and leads back to the list, or shows the list with what is wrong."""

    def __call__(self):
        if self.request.method != "POST":
            return self.request.response.redirect(self.context.absolute_url())
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        self.sent = read_answer(self.request.form)
        operation_id, data = self._input()
        self.request.response.setStatus(400)
        if not self.sent.errors:
            operation = operation_named(self.context, self.request, operation_id)
            try:
                performed = perform(operation, data, expected_state=self._expected_state())
            except OperationRefused as refusal:
                self._refuse(refusal)
            else:
                api.portal.show_message(operation.done, self.request)
                for warning in performed.warnings:
                    api.portal.show_message(warning, self.request, type="warning")
                return self.request.response.redirect(self.context.absolute_url())
        return self.index()

    def _expected_state(self):
        sent = self.request.form.get("expected_state")
        return sent if sent and isinstance(sent, str) else None

    def _input(self):
        """Return the id of the operation and its input; what cannot be read is noted in ``sent``."""
        sent = self.sent
        day = parse_date(sent.consent_date) if sent.consent_date else None
        if sent.consent_date and day is None:
            sent.say("consent_date", _("Give a day of the calendar as yyyy-mm-dd."))
        if not sent.answer:
            sent.say("answer", _("Choose what the archive answered."))
        numbers = sent.numbers() if sent.answer == PART else []
        if sent.answer == PART and not numbers:
            sent.say("excluded", _("Name the rows that the archive excluded, or tick them on the list."))
        if sent.answer == REFUSAL:
            if not sent.reason:
                sent.say("reason", _("This field is required."))
            data = {"reason": sent.reason, "rows": [], "sign": sent.consent_no, "refused_on": day}
            return "record-refusal", {**data, "letter": sent.letter}
        return "record-consent", {
            "consent_no": sent.consent_no,
            "consent_date": day,
            "excluded": numbers,
            "reason": sent.reason,
            "confirms_no_archival_material": sent.confirms,
            "letter": sent.letter,
        }

    def _refuse(self, refusal):
        if isinstance(refusal, NotPermitted) and not refusal.errors:
            raise refusal
        self.request.response.setStatus(refusal.status)
        for name, message in refusal.errors:
            name = _FIELDS.get(name, name)
            if name in ("consent_no", "consent_date", "excluded", "reason", "letter"):
                self.sent.say(name, message)
            else:
                self.sent.general.append(message)
        if not refusal.errors:
            self.sent.general.append(refusal.message)
