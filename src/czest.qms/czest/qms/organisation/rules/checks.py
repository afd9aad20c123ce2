"""Whether a change of the organisation is admissible; every check returns a list of problems, empty when it is."""

from czest.qms.organisation.rules import model
from czest.qms.organisation.rules.model import common_kinds
from czest.qms.organisation.rules.model import common_period
from czest.qms.organisation.rules.model import Problem
from dataclasses import replace


#: How the ids of the groups of units and posts begin.
LIKE_GROUPS = ("unit-", "post-")


def unit_problems(organisation, unit):
    """Check a unit to be added, or to replace the one with the same symbol."""
    problems = text_problems("symbol", unit.symbol, model.SYMBOL_LENGTH, model.SYMBOL, "symbol_form")
    problems += title_problems("title", unit.title)
    if unit.parent is not None:
        if unit.parent not in organisation.units:
            problems.append(Problem("parent", "unknown_unit", {"unit": unit.parent}))
        elif unit.symbol in organisation.ancestors(unit.parent):
            problems.append(Problem("parent", "circle_of_units", {"unit": unit.symbol}))
    return problems


def unit_removal_problems(organisation, symbol):
    """Check whether a unit may be removed: not while it has units or posts."""
    used = len(organisation.children(symbol)) + len(organisation.posts_in(symbol))
    return [Problem("symbol", "unit_in_use", {"unit": symbol, "count": used})] if used else []


def post_problems(organisation, post):
    """Check a post to be added, or to replace the one with the same id."""
    problems = text_problems("id", post.id, model.POST_ID_LENGTH, model.POST_ID, "post_id_form")
    problems += title_problems("title", post.title)
    if post.unit not in organisation.units:
        problems.append(Problem("unit", "unknown_unit", {"unit": post.unit}))
    for entitlement in sorted(post.entitlements - set(model.ENTITLEMENTS)):
        problems.append(Problem("entitlements", "unknown_entitlement", {"entitlement": entitlement}))
    if post.head:
        problems += _head_problems(organisation, post)
    return problems


def post_removal_problems(organisation, post_id):
    """Check whether a post may be removed: not when anybody ever held it, because signatures refer to it."""
    used = len(organisation.tenures_of_post(post_id))
    return [Problem("id", "post_in_use", {"post": post_id, "count": used})] if used else []


def tenure_problems(organisation, tenure):
    """Check a tenure to be added, or to replace the one with the same id."""
    problems = login_problems("login", tenure.login)
    problems += period_problems(tenure.start, tenure.until)
    post = organisation.posts.get(tenure.post)
    if post is None:
        problems.append(Problem("post", "unknown_post", {"post": tenure.post}))
    elif not problems:
        problems += _overlap_problems(organisation, tenure, post)
    return problems


def own_rights_problems(organisation, actor, record):
    """Check that nobody gives rights to himself: no post, no more rights to a post that he holds, no deputyship.

    Parameters:
        actor: login of the person who makes the change; empty when the system does.
        record: the unit, post, tenure or deputyship as it shall be.
    """
    if isinstance(record, model.Tenure):
        own = record.login == actor and not _is_shortened(organisation.tenures.get(record.id), record)
        return [Problem("login", "own_rights")] if own else []
    if isinstance(record, model.Deputyship):
        own = record.deputy == actor and not _is_shortened(organisation.deputyships.get(record.id), record)
        return [Problem("deputy", "own_rights")] if own else []
    if isinstance(record, model.Post):
        held = any(tenure.login == actor for tenure in organisation.tenures_of_post(record.id))
        own = held and _has_gained(organisation.posts[record.id], record)
        return [Problem("entitlements", "own_rights")] if own else []
    return []


def deputyship_problems(organisation, deputyship):
    """Check a deputyship to be added, or to replace the one with the same id.

    Days and kinds that two deputyships have in common decide whether they are in each other's way.
    """
    problems = represented_problems("person", deputyship.person)
    problems += login_problems("deputy", deputyship.deputy)
    problems += period_problems(deputyship.start, deputyship.until)
    problems += title_problems("mandate", deputyship.mandate)
    problems += kinds_problems("kinds", deputyship.kinds)
    if problems:
        return problems
    if deputyship.person == deputyship.deputy:
        return [Problem("deputy", "own_deputy")]
    others = [other for other in organisation.deputyships.values() if other.id != deputyship.id]
    if any(
        (other.person, other.deputy) == (deputyship.person, deputyship.deputy) and _common(other, _scope(deputyship))
        for other in others
    ):
        return [Problem("start", "deputyship_twice", {"person": deputyship.person, "deputy": deputyship.deputy})]
    if _leads_back(others, deputyship.deputy, deputyship.person, _scope(deputyship)):
        return [Problem("deputy", "circle_of_deputies", {"person": deputyship.person, "deputy": deputyship.deputy})]
    return []


def _is_shortened(before, after):
    return (
        before is not None
        and after.until is not None
        and (before.until is None or after.until <= before.until)
        and replace(before, until=after.until) == after
    )


def _has_gained(before, after):
    return after.unit != before.unit or after.head > before.head or not after.entitlements <= before.entitlements


def text_problems(field, text, length, form, code):
    """Check a required word: its length and its form (a compiled pattern for the whole)."""
    if not text:
        return [Problem(field, "required")]
    if len(text) > length:
        return [Problem(field, "too_long", {"limit": length})]
    return [] if form.fullmatch(text) else [Problem(field, code, {"text": text})]


def title_problems(field, text):
    """Check a required line of text that people read.

    It must not begin with a character that a spreadsheet takes for a formula, because it is exported as CSV.
    """
    if not text.strip():
        return [Problem(field, "required")]
    if len(text) > model.TEXT_LENGTH:
        return [Problem(field, "too_long", {"limit": model.TEXT_LENGTH})]
    if text[0] in "=+-@" or not text.isprintable():
        return [Problem(field, "text_form")]
    return []


def login_problems(field, login):
    """Check the form of a login; whether such an account exists is not known here."""
    return text_problems(field, login, model.LOGIN_LENGTH, model.LOGIN, "login_form")


def represented_problems(field, login):
    """Check the login of a person to be represented: his deputies must not be taken for those of a unit or a post."""
    if login.startswith(LIKE_GROUPS):
        return [Problem(field, "login_like_group", {"login": login})]
    return login_problems(field, login)


def kinds_problems(field, kinds):
    """Check the form of kinds of documents; whether there are such kinds is not known here."""
    wrong = sorted(kind for kind in kinds if not model.KIND.fullmatch(kind))
    return [Problem(field, "unknown_kind", {"kind": kind}) for kind in wrong]


def period_problems(start, until):
    """Check the order of the first and the last day of a period."""
    return [Problem("until", "dates_out_of_order")] if until is not None and until < start else []


def _head_problems(organisation, post):
    other = next((other for other in organisation.posts_in(post.unit) if other.head and other.id != post.id), None)
    problems = [Problem("head", "second_head", {"post": other.title})] if other else []
    tenures = organisation.tenures_of_post(post.id)
    for number, one in enumerate(tenures):
        if any(common_period(_period(one), _period(later)) for later in tenures[number + 1 :]):
            return [*problems, Problem("head", "head_held_by_many")]
    return problems


def _overlap_problems(organisation, tenure, post):
    for other in organisation.tenures_of_post(post.id):
        if other.id == tenure.id or not common_period(_period(other), _period(tenure)):
            continue
        if other.login == tenure.login:
            return [Problem("start", "held_already", {"login": other.login, "since": other.start.isoformat()})]
        if post.head:
            return [Problem("start", "head_held_by_another", {"login": other.login, "since": other.start.isoformat()})]
    return []


def _leads_back(deputyships, deputy, person, scope):
    """Tell whether on some day, for some kind of a scope, the chain of deputies of ``deputy`` leads to ``person``."""
    for other in deputyships:
        common = _common(other, scope)
        if other.person != deputy or not common:
            continue
        if other.deputy == person or _leads_back(deputyships, other.deputy, person, common):
            return True
    return False


def _common(deputyship, scope):
    """Return the days and kinds that a deputyship has in common with others' as such a pair, or None."""
    period, kinds = scope
    days = common_period(_period(deputyship), period)
    shared = common_kinds(deputyship.kinds, kinds)
    return (days, shared) if days and shared is not None else None


def _scope(deputyship):
    return _period(deputyship), deputyship.kinds


def _period(record):
    return record.start, record.until
