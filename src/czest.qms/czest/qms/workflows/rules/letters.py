"""The letter of the workflow manager as it is shipped."""

from czest.qms.approval.rules.letter_texts import Letter
from czest.qms.approval.rules.letters import ADDRESS
from czest.qms.documents.files.findings import _


DRIFT = Letter(
    "drift",
    _("To the quality officers when workflows differ from what is recorded"),
    _("Workflows changed past the workflow manager"),
    (
        _(
            "The nightly check found that workflows, roles, settings or single objects differ from what is recorded. "
            "Places: ${count}."
        ),
        ADDRESS,
    ),
    ("count", "address"),
    required=("address",),
)
