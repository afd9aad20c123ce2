"""A kind of field: the day by which something is to be done."""

from zope import schema


class Deadline(schema.Date):
    """A last day: while the record is open, the day after it is overdue."""
