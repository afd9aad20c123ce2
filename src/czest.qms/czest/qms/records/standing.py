"""What operations and the trail need to know of the container, of series and of records."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.standing import Standing
from czest.qms.language.office_words import office_word
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.interfaces import IRecordsMarker
from zope.component import adapter
from zope.interface import implementer


#: Words of the states of a series.
SERIES_WORDS = {"open": office_word(_("Open (series)")), "closed": office_word(_("Closed (series)"))}


@implementer(IStateOf, ITrailSubject)
@adapter(IRecordsMarker)
class RecordsStanding(Standing):
    """State and trail of the container, which has only one state."""

    word = _("Open")
    edition = None

    @property
    def label(self):
        return self.context.title


@implementer(IStateOf, ITrailSubject)
@adapter(IRecordSeriesMarker)
class SeriesStanding(Standing):
    """State and trail of a series."""

    edition = None

    @property
    def word(self):
        return SERIES_WORDS[self.state]

    @property
    def label(self):
        return self.context.symbol


@implementer(IStateOf, ITrailSubject)
@adapter(IRecordMarker)
class RecordStanding(Standing):
    """State, digest and trail of a record."""

    edition = None

    @property
    def word(self):
        return state(self.state).word

    @property
    def digest(self):
        return self.context.stub_digest or self.context.digest

    @property
    def label(self):
        return self.context.symbol
