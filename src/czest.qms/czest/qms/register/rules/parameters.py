"""Parameters of the register: what may be asked, what is wrong, and the address that asks it again."""

from dataclasses import dataclass
from dataclasses import replace
import re
from urllib.parse import urlencode


#: Which documents are listed. ``in-preparation``: those with a running edition that the person may know of.
SCOPES = ("in-force", "in-preparation", "not-in-force", "all")

#: Keys of ``sort``; a hyphen before the key reverses the order. ``relevance`` needs a query.
SORT_KEYS = ("symbol", "title", "owner_unit", "in_force_from", "openness", "state", "kind", "relevance")

#: States of a document.
STATES = ("draft", "in_force", "withdrawn")

#: Parameters that narrow the list; each may be given several times and any of its values fits.
FILTERS = ("kind", "unit", "process", "state", "openness")

DEFAULT_SORT = "symbol"
DEFAULT_SIZE = 25
LARGEST_SIZE = 100

_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Parameters:
    """One question to the register.

    Parameters:
        query: what the person typed.
        kind, unit, process, state, openness: tuples of accepted values, empty for any.
        scope: one of SCOPES.
        sort: one of SORT_KEYS.
        descending: whether the order is reversed.
        start: number of rows before the first one wanted.
        size: rows wanted, 1 to LARGEST_SIZE.
    """

    query: str = ""
    kind: tuple = ()
    unit: tuple = ()
    process: tuple = ()
    state: tuple = ()
    openness: tuple = ()
    scope: str = "in-force"
    sort: str = DEFAULT_SORT
    descending: bool = False
    start: int = 0
    size: int = DEFAULT_SIZE

    @property
    def filters(self):
        """The filters in use: ``{name: values}``."""
        return {name: getattr(self, name) for name in FILTERS if getattr(self, name)}


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


def default_scope(state):
    """Return the scope of a question that names none: asking for states asks in all documents."""
    return "all" if state else "in-force"


def parse(form, known):
    """Return ``(Parameters, problems)``; a wrong parameter counts as not given.

    Parameters:
        form: parameters of the request by name: a text, a number, or a list of texts.
        known: ``{filter name: container of its possible values}``; filters left out accept any value.
    """
    problems = []
    chosen = {name: _filter(form, name, known, problems) for name in FILTERS}
    scope = _single(form, "scope", problems) or default_scope(chosen["state"])
    if scope not in SCOPES:
        problems.append(Problem("scope", "unknown", scope, SCOPES))
        scope = default_scope(chosen["state"])
    query = _single(form, "query", problems).strip()
    sort, descending = _sort(form, query, problems)
    start = _number(form, "b_start", 0, problems)
    size = _number(form, "b_size", DEFAULT_SIZE, problems)
    if not 1 <= size <= LARGEST_SIZE:
        problems.append(Problem("b_size", "size", str(size)))
        size = DEFAULT_SIZE
    found = Parameters(query=query, scope=scope, sort=sort, descending=descending, start=start, size=size, **chosen)
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


def _sort(form, query, problems):
    given = _single(form, "sort", problems)
    key = given.removeprefix("-") or DEFAULT_SORT
    if key not in SORT_KEYS:
        problems.append(Problem("sort", "unknown", given, SORT_KEYS))
    elif key == "relevance" and not query:
        problems.append(Problem("sort", "relevance", given))
    else:
        return key, given.startswith("-")
    return DEFAULT_SORT, False


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
        changes: attributes of Parameters that differ; whatever changes, the list begins at its first row again.
    """
    asked = replace(parameters, **{"start": 0, **changes})
    found = [("query", asked.query)] if asked.query else []
    for name in FILTERS:
        found += [(name, value) for value in getattr(asked, name)]
    if asked.scope != default_scope(asked.state):
        found.append(("scope", asked.scope))
    if (asked.sort, asked.descending) != (DEFAULT_SORT, False):
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
    sort = DEFAULT_SORT if parameters.sort == "relevance" else parameters.sort
    return replace(parameters, query="", sort=sort)


def without_filters(parameters):
    """Return the parameters with no filter and no query."""
    return replace(without_query(parameters), **dict.fromkeys(FILTERS, ()))


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
