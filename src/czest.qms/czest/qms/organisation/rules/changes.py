"""Changes as data: how one organisation becomes another, in an order in which every step is admissible."""

from czest.qms.organisation.rules import checks
from czest.qms.organisation.rules.model import Refused
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One step and the record as it shall be.

    ``kind`` is ``add_unit``, ``change_unit``, ``add_post``, ``change_post``, ``appoint`` or ``change_tenure``.
    """

    kind: str
    record: object


def put_unit(organisation, unit):
    """Check and store a unit.

    Raises:
        Refused: when it is not admissible.
    """
    require(checks.unit_problems(organisation, unit))
    organisation.units[unit.symbol] = unit


def put_post(organisation, post):
    """Check and store a post.

    Raises:
        Refused: when it is not admissible.
    """
    require(checks.post_problems(organisation, post))
    organisation.posts[post.id] = post


def put_tenure(organisation, tenure):
    """Check and store a tenure.

    Raises:
        Refused: when it is not admissible.
    """
    require(checks.tenure_problems(organisation, tenure))
    organisation.put_tenure(tenure)


def put_deputyship(organisation, deputyship):
    """Check and store a deputyship.

    Raises:
        Refused: when it is not admissible.
    """
    require(checks.deputyship_problems(organisation, deputyship))
    organisation.put_deputyship(deputyship)


def differences(before, after):
    """Return the changes that lead from one organisation to another that has everything of the first.

    Units come first, parents before children; then posts, those of heads last, so that a unit never has two;
    then tenures, the ended ones before the new.
    """
    units = [unit for _depth, unit in after.tree()]
    posts = sorted(after.posts.values(), key=lambda post: post.head)
    tenures = sorted(after.tenures.values(), key=lambda tenure: tenure.id not in before.tenures)
    return [
        *_changed(before.units, {unit.symbol: unit for unit in units}, "add_unit", "change_unit"),
        *_changed(before.posts, {post.id: post for post in posts}, "add_post", "change_post"),
        *_changed(before.tenures, {tenure.id: tenure for tenure in tenures}, "appoint", "change_tenure"),
    ]


def _changed(before, after, add, change):
    for key, record in after.items():
        if key not in before:
            yield Change(add, record)
        elif before[key] != record:
            yield Change(change, record)


def require(problems):
    """Stop a change for which problems were found.

    Raises:
        Refused: when there are any.
    """
    if problems:
        raise Refused(problems)
