"""Remarks anchored to a passage of the text in review: made, answered, resolved, and carried on when it is resubmitted."""
