"""Adjustments as a file, to be kept, compared, or taken in by another site."""

from czest.qms.workflows.rules.adjustments import DEPTHS
import json


FORMAT, VERSION = "czest.qms.workflows", 1


class UnreadableExport(ValueError):
    """The text is no export of adjustments."""


class PartsMissing(UnreadableExport):
    """An export without some of its parts, which cannot mean that there is nothing in them.

    Parameters:
        parts: names of the parts that are missing, sorted.
    """

    def __init__(self, parts):
        self.parts = parts
        super().__init__(", ".join(parts))


def export_of(values):
    """Return the export of adjustments as bytes: JSON in UTF-8, the same for the same adjustments.

    Parameters:
        values: the plain form.
    """
    parts = {part: values.get(part, {}) for part in DEPTHS}
    text = json.dumps({"format": FORMAT, "version": VERSION, **parts}, indent=2, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def values_of(content):
    """Return the adjustments of an export in the plain form, not checked yet.

    Raises:
        PartsMissing: parts of it are missing.
        UnreadableExport: it is no export, or one of a later version.
    """
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableExport(str(error)) from error
    if not isinstance(values, dict) or (values.pop("format", None), values.pop("version", None)) != (FORMAT, VERSION):
        raise UnreadableExport(FORMAT)
    if not values.keys() >= DEPTHS.keys():
        raise PartsMissing(sorted(DEPTHS.keys() - values.keys()))
    return values
