"""``GET BIP/@search``: the answers of the search for programs, public values only."""

from czest.qms.bulletin.asking import answers
from czest.qms.bulletin.metryczka import as_json
from czest.qms.bulletin.views.answering import Answer
from czest.qms.bulletin.views.site import hit
from czest.qms.bulletin.wording import local_time
from czest.qms.language.query import LONGEST_QUERY
from czest.qms.language.wanted import wanted_in


#: Answers given at once, unless fewer are asked for, and the most that may be asked for.
USUAL_SIZE, GREATEST_SIZE = 25, 100


class WrongParameter(ValueError):
    """A parameter is no number in its bounds; the message names it."""


class Search(Answer):
    """``q`` (or ``SearchableText``), ``archived=1``, ``b_start``, ``b_size``; every other parameter means nothing."""

    media_type = "application/json; charset=utf-8"

    def content(self):
        """Return the answers, or with status 400 which parameter is wrong."""
        try:
            start = self.number("b_start", 0, 10**9, 0)
            size = self.number("b_size", 1, GREATEST_SIZE, USUAL_SIZE)
        except WrongParameter as wrong:
            self.status = 400
            return as_json({"message": f"{wrong}: not a number in its bounds"})
        question = (self.parameter("q") or self.parameter("SearchableText"))[:LONGEST_QUERY]
        brains = answers(self.site, question, self.parameter("archived") == "1")
        wanted = wanted_in(question)
        address = self.site_facts.address
        items = [_item(hit(brain, wanted, address)) for brain in brains[start : start + size]]
        told = {"@id": f"{address}/@search", "items": items, "items_total": len(brains)}
        return as_json(told | {"b_start": start, "b_size": size})

    def number(self, name, least, most, usual):
        """Return a parameter as a number; missing, it is the usual one.

        Raises:
            WrongParameter: when it is no number from ``least`` to ``most``.
        """
        if name not in self.request.form:
            return usual
        text = self.parameter(name)
        if not (text.isascii() and text.isdecimal() and len(text) <= len(str(most)) and least <= int(text) <= most):
            raise WrongParameter(name)
        return int(text)


def _item(found):
    entry = found.entry
    return {
        "@id": entry.address,
        "symbol": entry.symbol,
        "number": entry.number,
        "title": entry.title,
        "kind": entry.kind_title,
        "section": entry.section,
        "summary": entry.summary,
        "state": entry.state or "published",
        "in_force_from": entry.in_force_from,
        "published_at": local_time(entry.published_at) if entry.published_at else "",
        "snippet": "".join(piece for piece, _is_hit in found.quote),
    }
