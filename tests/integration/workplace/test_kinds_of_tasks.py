"""Every kind of task is known wherever tasks are told of: on the page and in the daily list."""

from czest.qms.workplace.digest import LINES
from czest.qms.workplace.inbox import KINDS


def test_every_kind_on_the_page_has_a_line_in_the_daily_list():
    assert set(LINES) == set(KINDS)
