"""Rules on the text of documents: from files to HTML, clean HTML, sections, typography."""

from czest.qms.documents.conversion.cleaning import sanitise
from czest.qms.documents.conversion.converting import Conversion
from czest.qms.documents.conversion.converting import to_html
from czest.qms.documents.conversion.sections import Entry
from czest.qms.documents.conversion.sections import table_of_contents
from czest.qms.documents.conversion.sections import template
from czest.qms.language.typography import set_text


__all__ = ["Conversion", "Entry", "sanitise", "set_text", "table_of_contents", "template", "to_html"]
