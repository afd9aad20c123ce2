"""``GET @publications``: the queue of publications, for the BIP editors and the quality officer."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.publication import queue
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
from czest.qms.publication.settings import decide_by
from plone.restapi.services import Service


#: Cases in an answer unless asked otherwise, and at most.
USUAL_SIZE, LARGEST_SIZE = 25, 100


class PublicationsGet(Service):
    """Lists the cases of one list; ``list`` is one of ``queue.LISTS``, ``requested`` by default."""

    def reply(self):
        """Return the answer.

        Raises:
            NotPermitted: for everybody else.
            InvalidInput: when a parameter is wrong.
        """
        if not queue.may_see_queue():
            raise NotPermitted(_("Not shown: the queue belongs to the BIP editors and the quality officer."))
        name = self.request.form.get("list", queue.LISTS[0])
        start, size = self.number("b_start", 0, None), self.number("b_size", USUAL_SIZE, LARGEST_SIZE)
        if name not in queue.LISTS:
            self.refuse("list", _("There is no such list."))
        numbers = queue.numbers_of(name)
        found = queue.loaded(numbers[start : start + size])
        addresses = queue.addresses_of(found)
        return {
            "@id": f"{self.context.absolute_url()}/@publications?list={name}",
            "items": [item(case, addresses.get(case.uid)) for case in found],
            "items_total": len(numbers),
            "lists": {each: len(queue.numbers_of(each)) for each in queue.LISTS},
        }

    def number(self, name, usual, most):
        """Return a whole number of the address."""
        text = self.request.form.get(name, str(usual))
        if not (isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10):
            self.refuse(name, _("Give a whole number."))
        return int(text) if most is None else min(int(text), most)

    def refuse(self, name, message):
        """Refuse one parameter."""
        raise InvalidInput(_("Not shown: some of the parameters are wrong."), [(name, message)])


def item(case, address):
    """Return one case.

    Parameters:
        case: the case.
        address: of its edition; None where the person may not see that.
    """
    decision = case.decision or {}
    return {
        "id": case.id,
        "object": address,
        "symbol": case.symbol,
        "number": case.number,
        "title": case.draft["title"],
        "state": case.state,
        "since": case.moved_at,
        "requested_by": case.request["requested_by"],
        "requested_at": case.request["requested_at"],
        "decide_by": decide_by(case).isoformat() if case.state == cases.REQUESTED else None,
        "decided_by": decision.get("by"),
        "reason": decision.get("reason"),
        "publish_on": case.publish_on or None,
        "bip_until": case.until or None,
        "entry": public_address(case.path) if case.path else None,
    }
