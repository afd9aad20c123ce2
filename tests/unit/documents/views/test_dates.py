"""Dates in sentences and tables."""

from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.documents.views.reading.rules.dates import table_date
import datetime


DAY = datetime.date(2026, 9, 1)


def test_dates_in_sentences_do_not_break():
    assert long_date(DAY) == "1\u00a0września\u00a02026\u00a0r."
    assert short_date(DAY) == "1\u00a0września"


def test_a_moment_counts_as_the_day_in_the_office():
    assert short_date(datetime.datetime(2026, 8, 31, 22, 30, tzinfo=datetime.UTC)) == "1\u00a0września"


def test_dates_in_tables():
    assert table_date(DAY) == "2026-09-01"
    assert table_date(None) == ""
