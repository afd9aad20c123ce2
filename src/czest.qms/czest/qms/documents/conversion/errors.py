"""Why a file could not be read."""


class UnreadableFile(ValueError):
    """The file is damaged."""


class OversizedText(ValueError):
    """The text is larger than that of any document, and would take too long to convert."""
