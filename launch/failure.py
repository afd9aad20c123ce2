"""The two ways in which a launch ends early."""


class Failure(Exception):
    """It cannot go on; the text is one sentence for a person."""


class Stopped(Exception):
    """Somebody asked it to stop."""
