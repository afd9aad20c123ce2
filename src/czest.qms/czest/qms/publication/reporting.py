"""Reports on files that may become public, kept while this process runs: the same bytes give the same report."""

from czest.qms.documents.rules.digests import digest_of_bytes
from czest.qms.publication.screening import screen_file
from czest.qms.publication.settings import office


#: How many reports are kept, those on the files looked at last.
REPORTS_KEPT = 256

_reports = {}


def report_on(named):
    """Return the report of the screening of a file; one that failed is not kept, since the next may succeed."""
    known, digest = office(), digest_of_bytes(named.data)
    key = (digest, named.filename, named.contentType, known)
    if key not in _reports:
        report = screen_file(named.data, named.filename, named.contentType, known)
        if report.failure:
            return report
        if len(_reports) >= REPORTS_KEPT:
            _reports.pop(next(iter(_reports)), None)
        _reports[key] = report
    return _reports[key]
