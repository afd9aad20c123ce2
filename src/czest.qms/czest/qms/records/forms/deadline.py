"""A kind of field: the day by which something is to be done."""

from zope import schema


class Deadline(schema.Date):
    """A last day; the day after it is overdue while the record is open and nobody has said what came of it.

    Parameters:
        met_by: name of the field that says what came of it.
    """

    def __init__(self, met_by, **named):
        super().__init__(**named)
        self.met_by = met_by

    def is_overdue(self, typed, day):
        """Tell whether it has passed.

        Parameters:
            typed: values of the record by field name.
            day: a date.
        """
        last = typed.get(self.__name__)
        return last is not None and last < day and typed.get(self.met_by) is None
