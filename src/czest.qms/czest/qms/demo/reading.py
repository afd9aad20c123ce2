"""Reading the data of the demonstration from ``content/``."""

import datetime
from importlib.resources import files
import json


def text_of(name):
    """Return the text of one file of ``content/``."""
    return files("czest.qms.demo").joinpath("content", name).read_text(encoding="utf-8")


def data_of(name):
    """Return the parsed JSON of one file of ``content/``."""
    return json.loads(text_of(name))


def day_named(text, today):
    """Return the date of a day in the data.

    Parameters:
        text: ``YYYY-MM-DD``, ``first-of-next-month`` or ``first-of-next-year``.
        today: date from which the relative ones are counted.
    """
    if text == "first-of-next-year":
        return datetime.date(today.year + 1, 1, 1)
    if text == "first-of-next-month":
        return (today.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    return datetime.date.fromisoformat(text)
