"""Why a file could not be read."""


class UnreadableFile(ValueError):
    """The file is damaged, or larger than a text of a document ever is."""
