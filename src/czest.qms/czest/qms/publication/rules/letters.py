"""The letters about publication in the bulletin as they are shipped."""

from czest.qms.approval.rules.letter_texts import ABOUT_EDITION
from czest.qms.approval.rules.letter_texts import Letter
from czest.qms.approval.rules.letters import ADDRESS
from czest.qms.approval.rules.letters import DEADLINE
from czest.qms.documents.files.findings import _


#: Id → letter, in the order in which they are shown. ``edition`` names a record where a record is published.
LETTERS = {
    letter.id: letter
    for letter in (
        Letter(
            "publication_requested",
            _("To the BIP editors who are asked to publish"),
            _("To publish in the BIP: ${edition}"),
            (_("Somebody asks for publication in the BIP: ${edition}."), DEADLINE, ADDRESS),
            (*ABOUT_EDITION, "day"),
        ),
        Letter(
            "published",
            _("To whoever asked for a publication, when it is published"),
            _("Published in the BIP: ${edition}"),
            (_("It has been published in the BIP: ${edition}."), "${entry}", ADDRESS),
            (*ABOUT_EDITION, "entry"),
        ),
        Letter(
            "publication_scheduled",
            _("To whoever asked for a publication, when its day is set"),
            _("To be published in the BIP: ${edition}"),
            (_("It will be published in the BIP on ${day}: ${edition}."), ADDRESS),
            (*ABOUT_EDITION, "day"),
        ),
        Letter(
            "publication_refused",
            _("To whoever asked for a publication, when it is refused"),
            _("Publication in the BIP refused: ${edition}"),
            (_("The publication in the BIP was refused: ${edition}. The reason is shown there."), ADDRESS),
        ),
        Letter(
            "unpublished",
            _("To whoever asked for a publication, when it is withdrawn"),
            _("Withdrawn from the BIP: ${edition}"),
            (_("It has been withdrawn from the BIP: ${edition}. The reason is shown there."), "${entry}", ADDRESS),
            (*ABOUT_EDITION, "entry"),
        ),
        Letter(
            "entry_archived",
            _("To the BIP editors when an edition in the BIP is no longer in force"),
            _("Archived in the BIP: ${edition}"),
            (
                _("The edition is no longer in force, so its entry in the BIP is an archived version: ${edition}."),
                _("Publish the newer edition, or note that the archived version stays."),
                ADDRESS,
            ),
        ),
        Letter(
            "record_corrected",
            _("To the BIP editors when a published record is corrected"),
            _("Corrected after its publication: ${record}"),
            (
                _("The record was corrected inside; residents still read what was published: ${record}."),
                _("Have it published anew with the correction, withdraw it, or note that the entry stays."),
                ADDRESS,
            ),
            ("record", "address"),
            required=("record", "address"),
        ),
    )
}
