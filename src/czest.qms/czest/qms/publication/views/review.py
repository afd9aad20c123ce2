"""The review of a publication, ``EDITION/@@publication-review``: both forms side by side, findings, and the decision."""

from czest.qms import _
from czest.qms.language.numerals import counted
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
from czest.qms.publication.rules import RULES
from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.views.base import require_insight
from czest.qms.publication.views.base import stand_under_queue
from czest.qms.publication.views.deciding import Deciding
from czest.qms.publication.views.facts import CaseFacts
from czest.qms.publication.views.findings import at_place
from czest.qms.publication.views.sides import Sides
from functools import cached_property
from plone.protect import CheckAuthenticator
from zExceptions import NotFound


class Review(Deciding):
    """Draws the page; its form posts to itself and performs the operation ``publish``."""

    title = _("Review of the publication")
    is_wide = True

    def __call__(self):
        """Answer.

        Raises:
            NotPermitted: for whoever does not work on the publication.
            NotFound: when nobody ever asked for it.
        """
        require_insight(self.context)
        if self.case is None:
            raise NotFound
        stand_under_queue(self.request)
        self.request.form.update(self.typed_before)
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if self.act():
                return ""
        return self.index()

    @cached_property
    def facts(self):
        """The CaseFacts."""
        return CaseFacts(self.case)

    def answered_for(self, row):
        """Return the Override by which a finding was let stand, as a dict, or None."""
        overrides = (self.case.decision or {}).get("overrides", ())
        named = (row.finding.rule, row.finding.place)
        return next((each for each in overrides if (each["rule"], each["place"]) == named), None)

    @property
    def has_public_form(self):
        """Whether there is anything that residents see or would see."""
        return self.case.state not in (cases.REFUSED, cases.LAPSED)

    @cached_property
    def sides(self):
        """Both sides; None once the public form is destroyed."""
        if self.case.state in (cases.REFUSED, cases.LAPSED, cases.WITHDRAWN):
            return None
        return Sides(self.publishable, self.context.absolute_url(), self.case, self.rows)

    @property
    def rule_counts(self):
        """How many rules there are, and how many had nothing to say, as Messages."""
        silent = len(RULES) - len({row.finding.rule for row in self.rows} & {rule.id for rule in RULES})
        return (
            counted(len(RULES), _("${count} rule"), _("${count} rules (few)"), _("${count} rules (many)")),
            counted(
                silent,
                _("${count} rule without remarks"),
                _("${count} rules without remarks (few)"),
                _("${count} rules without remarks (many)"),
            ),
        )

    def questions(self):
        """Return the questions of the checklist with ``id``, ``words``, ``yes``, ``no`` and ``error``."""
        checked = self.request.method == "POST" or bool(self.typed_before)
        return [
            {
                "id": name,
                "words": _(words),
                "yes": self.answers.checklist.get(name) is True or None,
                "no": self.answers.checklist.get(name) is False or None,
                "error": self.fault_of(name) if checked else None,
            }
            for name, words in QUESTIONS.items()
        ]

    def fault_of(self, question):
        """Return what keeps an answer from letting the publication pass, a Message, or None."""
        if question in self.answers.unanswered:
            return _("This question is not answered.")
        if question in self.answers.present:
            return _("Answered with yes: it must be removed before publishing.")
        return None

    @property
    def answered(self):
        """How many questions are answered, a Message."""
        mapping = {"count": len(self.answers.checklist), "all": len(QUESTIONS)}
        return _("${count} of ${all}", mapping=mapping)

    def at_exclusion(self, ordinal):
        """Return the findings about a row of exclusions, from 1."""
        return at_place(self.rows, f"exclusion:{ordinal}")

    def at_metadata(self, name):
        """Return the findings about a field of the metryczka; the post stands with the name."""
        names = (name, "responsible_post") if name == "responsible_name" else (name,)
        return at_place(self.rows, *(f"field:{each}" for each in names))

    @property
    def preview(self):
        """Address of the public form."""
        return f"{self.context.absolute_url()}/@@publication-preview"

    @property
    def entry(self):
        """Public address of the entry, or None."""
        return public_address(self.case.path) if self.case.path else None
