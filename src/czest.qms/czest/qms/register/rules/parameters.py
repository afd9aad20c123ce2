"""Parameters of the register: what may be asked, what is wrong, and the address that asks it again."""

from dataclasses import dataclass
from dataclasses import replace
import re
from typing import ClassVar
from urllib.parse import urlencode


DEFAULT_SIZE = 25
LARGEST_SIZE = 100

_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Question:
    """One question to a register; each register has a subclass that says what it can be asked.

    Subclasses add a field for every filter, a tuple of accepted values, empty for any; and set ``FILTERS`` (names of
    these fields: each may be given several times and any of its values fits), ``SCOPES`` (which entries are listed) and
    ``SORT_KEYS`` (a hyphen before the key reverses the order; ``relevance`` needs a query).

    Parameters:
        query: what the person typed.
        scope: one of SCOPES.
        sort: one of SORT_KEYS.
        descending: whether the order is reversed.
        start: number of rows before the first one wanted.
        size: rows wanted, 1 to LARGEST_SIZE.
    """

    FILTERS: ClassVar = ()
    SCOPES: ClassVar = ("all",)
    SORT_KEYS: ClassVar = ("symbol", "relevance")
    DEFAULT_SORT: ClassVar = "symbol"

    query: str = ""
    scope: str = "all"
    sort: str = "symbol"
    descending: bool = False
    start: int = 0
    size: int = DEFAULT_SIZE

    @property
    def filters(self):
        """The filters in use: ``{name: values}``."""
        return {name: getattr(self, name) for name in self.FILTERS if getattr(self, name)}

    @classmethod
    def default_scope(cls, chosen):
        """Return the scope of a question that names none.

        Parameters:
            chosen: values by name of the filter.
        """
        return "all"


#: Which documents are listed. ``in-preparation``: those with a running edition that the person may know of.
SCOPES = ("in-force", "in-preparation", "not-in-force", "all")

SORT_KEYS = ("symbol", "title", "owner_unit", "in_force_from", "openness", "state", "kind", "relevance")

#: States of a document.
STATES = ("draft", "in_force", "withdrawn")

FILTERS = ("kind", "unit", "process", "state", "openness")


@dataclass(frozen=True)
class Parameters(Question):
    """One question to the register of documents."""

    FILTERS: ClassVar = FILTERS
    SCOPES: ClassVar = SCOPES
    SORT_KEYS: ClassVar = SORT_KEYS

    scope: str = "in-force"
    kind: tuple = ()
    unit: tuple = ()
    process: tuple = ()
    state: tuple = ()
    openness: tuple = ()

    @classmethod
    def default_scope(cls, chosen):
        """Return ``all`` where states are asked for, else what is in force."""
        return "all" if chosen["state"] else "in-force"


@dataclass(frozen=True)
class Problem:
    """Why a parameter was refused.

    Parameters:
        field: name of the parameter in the address.
        code: ``repeated``, ``unknown``, ``number``, ``size`` or ``relevance``.
        value: what was given.
        allowed: the values that would do, where they can be listed.
    """

    field: str
    code: str
    value: str = ""
    allowed: tuple = ()


def parse(form, known, register=Parameters):
    """Return ``(question, problems)``; a wrong parameter counts as not given.

    Parameters:
        form: parameters of the request by name: a text, a number, or a list of texts.
        known: ``{filter name: container of its possible values}``; filters left out accept any value.
        register: the class of the question.
    """
    problems = []
    chosen = {name: _filter(form, name, known, problems) for name in register.FILTERS}
    scope = _single(form, "scope", problems) or register.default_scope(chosen)
    if scope not in register.SCOPES:
        problems.append(Problem("scope", "unknown", scope, register.SCOPES))
        scope = register.default_scope(chosen)
    query = _single(form, "query", problems).strip()
    sort, descending = _sort(form, query, register, problems)
    start = _number(form, "b_start", 0, problems)
    size = _number(form, "b_size", DEFAULT_SIZE, problems)
    if not 1 <= size <= LARGEST_SIZE:
        problems.append(Problem("b_size", "size", str(size)))
        size = DEFAULT_SIZE
    found = register(query=query, scope=scope, sort=sort, descending=descending, start=start, size=size, **chosen)
    return found, problems


def _texts(form, name):
    given = form.get(name, ())
    return [str(value) for value in (given if isinstance(given, list | tuple) else [given])]


def _single(form, name, problems):
    """Return the one value of a parameter, empty when it is not given."""
    values = _texts(form, name)
    if len(values) > 1:
        problems.append(Problem(name, "repeated"))
    return values[0] if len(values) == 1 else ""


def _filter(form, name, known, problems):
    values = tuple(dict.fromkeys(value for value in _texts(form, name) if value))
    if name not in known:
        return values
    for value in values:
        if value not in known[name]:
            problems.append(Problem(name, "unknown", value, tuple(known[name])))
    return tuple(value for value in values if value in known[name])


def _sort(form, query, register, problems):
    given = _single(form, "sort", problems)
    key = given.removeprefix("-") or register.DEFAULT_SORT
    if key not in register.SORT_KEYS:
        problems.append(Problem("sort", "unknown", given, register.SORT_KEYS))
    elif key == "relevance" and not query:
        problems.append(Problem("sort", "relevance", given))
    else:
        return key, given.startswith("-")
    return register.DEFAULT_SORT, False


def _number(form, name, default, problems):
    given = _single(form, name, problems).strip()
    if not given:
        return default
    if not _NUMBER.fullmatch(given):
        problems.append(Problem(name, "number", given))
        return default
    return int(given)


def pairs(parameters, **changes):
    """Return the parameters as a list of pairs for an address, defaults left out.

    Parameters:
        changes: attributes of the question that differ; whatever changes, the list begins at its first row again.
    """
    asked = replace(parameters, **{"start": 0, **changes})
    found = [("query", asked.query)] if asked.query else []
    for name in asked.FILTERS:
        found += [(name, value) for value in getattr(asked, name)]
    if asked.scope != asked.default_scope({name: getattr(asked, name) for name in asked.FILTERS}):
        found.append(("scope", asked.scope))
    if (asked.sort, asked.descending) != (asked.DEFAULT_SORT, False):
        found.append(("sort", ("-" if asked.descending else "") + asked.sort))
    if asked.size != DEFAULT_SIZE:
        found.append(("b_size", str(asked.size)))
    if asked.start:
        found.append(("b_start", str(asked.start)))
    return found


def address(base, parameters, **changes):
    """Return the address that asks the register with these parameters; see :func:`pairs`."""
    query = urlencode(pairs(parameters, **changes))
    return f"{base}?{query}" if query else base


def without_query(parameters):
    """Return the parameters with no query."""
    sort = parameters.DEFAULT_SORT if parameters.sort == "relevance" else parameters.sort
    return replace(parameters, query="", sort=sort)


def without_filters(parameters):
    """Return the parameters with no filter and no query."""
    return replace(without_query(parameters), **dict.fromkeys(parameters.FILTERS, ()))


def whole(parameters):
    """Return the parameters of the same list without pages."""
    return replace(parameters, start=0, size=DEFAULT_SIZE)


def start_on_list(start, size, total):
    """Return the number of rows before the page asked for, or before the last page there is.

    Parameters:
        start: rows before the page asked for.
        size: rows on a page.
        total: rows in all.
    """
    if start < total:
        return start
    return max(0, (total - 1) // size * size)
