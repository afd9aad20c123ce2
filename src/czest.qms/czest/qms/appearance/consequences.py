"""What will happen, said beside the fields that decide when."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OnDay:
    """A consequence on the day typed into a field; scripts put ``dated`` in place of ``sentence`` once there is a day.

    Parameters:
        sentence: Message that is true whatever the day.
        field: name of the field of the day.
        dated: Message in which ``${day}`` is left open.
    """

    sentence: str
    field: str
    dated: str
