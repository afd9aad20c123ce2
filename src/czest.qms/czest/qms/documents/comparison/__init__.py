"""Rules on comparing two editions: redline of the text, changes of control data."""

from czest.qms.documents.comparison.comparing import compare
from czest.qms.documents.comparison.control_data import compare_control_data
from czest.qms.documents.comparison.control_data import FieldChange
from czest.qms.documents.comparison.model import Comparison
from czest.qms.documents.comparison.redline import Labels
from czest.qms.documents.comparison.redline import to_html
from czest.qms.documents.comparison.sides import newer_side
from czest.qms.documents.comparison.sides import older_side


__all__ = [
    "Comparison",
    "FieldChange",
    "Labels",
    "compare",
    "compare_control_data",
    "newer_side",
    "older_side",
    "to_html",
]
