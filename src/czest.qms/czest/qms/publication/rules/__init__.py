"""Rules of publication: pure, a row of a table each. ``docs/explanation/publication-rules.md`` tells them."""

from czest.qms.bulletin.snapshot import Exclusion
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.case import CaseFile
from czest.qms.publication.rules.case import MetadataFields
from czest.qms.publication.rules.engine import examine
from czest.qms.publication.rules.engine import examine_file
from czest.qms.publication.rules.engine import RULES
from czest.qms.publication.rules.findings import blocking
from czest.qms.publication.rules.findings import Finding
from czest.qms.publication.rules.overrides import Override
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport


__all__ = [
    "Case",
    "CaseFile",
    "Exclusion",
    "FileReport",
    "Finding",
    "MetadataFields",
    "Office",
    "Override",
    "RULES",
    "blocking",
    "examine",
    "examine_file",
]
