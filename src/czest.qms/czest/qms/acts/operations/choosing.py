"""The editions named for an act: found, allowed and ready, or each named with what is wrong."""

from czest.qms import _
from czest.qms.acts.finding import edition_called
from czest.qms.appearance.states import state
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.rules.lifecycle import is_possible
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import ObjectMovedOn


FIELD = "editions"


def chosen(names):
    """Return the editions with these addresses or UIDs, each once; those that are not found are left out."""
    found = [edition_called(name) for name in names]
    return list({uid_of(edition): edition for edition in found if edition is not None}.values())


def require_ready(names, errors):
    """Check every edition named.

    Parameters:
        names: addresses or UIDs.
        errors: what is wrong with other fields, told together with what is wrong here.

    Raises:
        InvalidInput: some field is wrong, or an edition is not there or not for this person.
        ObjectMovedOn: everything is right but the state of some editions.
    """
    unknown = [name for name in names if edition_called(name) is None]
    editions = chosen(names)
    forbidden = [edition for edition in editions if not is_officer(edition)]
    unready = [edition for edition in editions if not is_possible("enact", state_of(edition))]
    wrong = [
        *errors,
        *((FIELD, _("There is no such edition: ${edition}.", mapping={"edition": name})) for name in unknown),
        *((FIELD, _("${edition}: this belongs to somebody else.", mapping=named(edition))) for edition in forbidden),
    ]
    in_wrong_state = [(FIELD, sentence(edition)) for edition in unready]
    if wrong:
        raise InvalidInput(_("Nothing was brought into force: some of the data is wrong."), wrong + in_wrong_state)
    if unready:
        names = ", ".join(named(edition)["edition"] for edition in unready)
        raise ObjectMovedOn(
            _(
                "Nothing was brought into force: not approved, or in force already: ${editions}.",
                mapping={"editions": names},
            ),
            in_wrong_state,
        )


def named(edition):
    """Return the words for an edition in a sentence."""
    return {"edition": f"{edition.document.symbol} {edition.number}"}


def sentence(edition):
    """Return what is wrong with the state of an edition."""
    mapping = {**named(edition), "state": state(state_of(edition)).word}
    return _("${edition} is in the state ${state}.", mapping=mapping)
