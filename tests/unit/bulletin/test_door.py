"""Only what is derived from the public door is published."""

from czest.qms.bulletin.doors import PublicDoor
from czest.qms.bulletin.doors import published_door
from czest.qms.bulletin.doors import require_public_door
from czest.qms.bulletin.outermost import FOUND
from Products.Five.browser import BrowserView
import pytest
from types import SimpleNamespace
from zExceptions import NotFound


class Door(PublicDoor):
    def __call__(self):
        return "x"

    def part(self):
        return "y"


class NoDoor(BrowserView):
    def __call__(self):
        return "x"


def event(published, environ=()):
    request = {"PUBLISHED": published}
    return SimpleNamespace(request=type("Request", (dict,), {"environ": dict(environ)})(request))


@pytest.mark.parametrize("part", [lambda door: door, lambda door: door.__call__, lambda door: door.part])
def test_a_door_is_published_as_itself_or_by_a_method(part):
    door, found = Door(None, None), []
    assert published_door(part(door)) is door
    require_public_door(event(part(door), {FOUND: found}))
    assert found == [True]


@pytest.mark.parametrize(
    "published", [None, "text", {}, len, Door, NoDoor(None, None), NoDoor(None, None).__call__, object()]
)
def test_everything_else_does_not_exist(published):
    found = []
    with pytest.raises(NotFound):
        require_public_door(event(published, {FOUND: found}))
    assert found == []
