"""Series of several units, classes and categories, and records in them: the first ones handed in, the others written."""

from benchmarks.records.writing import RecordPattern
from benchmarks.records.writing import Said
from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.demo.library import do
from czest.qms.demo.library import OFFICER
import datetime
import itertools
from plone.namedfile.file import NamedBlobFile
import random
import transaction
from zope.component import getUtility


#: (Archival category, what the records are called); each gets a JRWA class of its own.
KINDS = (
    ("A", "Karta działań doskonalących"),
    ("B5", "Protokół z testu odtworzenia"),
    ("B10", "Zgłoszenie zdarzenia bezpieczeństwa"),
    ("BE5", "Odpowiedź na wniosek o informację"),
    ("B5", "Wystąpienie pokontrolne"),
    ("Bc", "Ankieta audytowa"),
    ("B2", "Protokół postępowania"),
    ("B5", "Wypis z planu"),
)
#: Years of the cases, so that of each category some are due and some are not.
YEARS = range(2011, 2026)

#: Of a hundred records of a series: open ones, and ones with a file; the others are filed without.
OPEN, WITH_FILE = 6, 10

#: Records between two commits.
STEP = 10_000


def end_classes():
    """Return the symbols of the JRWA classes of the site that are in use all the years."""
    classification = getUtility(IClassification)
    days = [datetime.date(YEARS[0], 1, 1), clock.today()]
    symbols = [term.token for term in classification.terms("jrwa")]
    return [symbol for symbol in symbols if all(classification.usable("jrwa", symbol, day) for day in days)]


def open_series(container, units):
    """Open a series of every unit and kind and return them with the names of their records.

    Parameters:
        container: the container of series.
        units: symbols of units.
    """
    kinds = [(jrwa_class, *kind) for jrwa_class, kind in zip(end_classes(), KINDS, strict=False)]
    return [
        (
            do(
                OFFICER,
                container,
                "make-series",
                title=f"{title} ({unit})",
                owner_unit=unit,
                jrwa_class=jrwa_class,
                archival_category=category,
            ),
            title,
        )
        for unit, (jrwa_class, category, title) in itertools.product(units, kinds)
    ]


def said_of(series, title, number, chosen, is_open=False):
    """Return what is said of a record of a series.

    Parameters:
        series: the series.
        title: what its records are called.
        number: of the record.
        chosen: random.Random.
        is_open: whether its case goes on.
    """
    year = clock.today().year if is_open else chosen.choice(YEARS)
    day = datetime.date(year, 1, 1) + datetime.timedelta(days=chosen.randrange(200 if is_open else 330))
    closed = None if is_open else day + datetime.timedelta(days=chosen.randrange(30))
    sign = f"{series.owner_unit}.{series.jrwa_class}.{number}.{year}"
    return Said(f"{title} nr {number}/{year}", sign, day, closed)


def hand_in(series, said, files=()):
    """Hand in a record through the operation and return it."""
    return do(OFFICER, series, "capture", **said.__dict__, files=list(files))


def patterns_of(series, title, chosen):
    """Hand in one record of each sort; return them as patterns, each with its share of a hundred."""
    page = NamedBlobFile(data=f"{title}, treść".encode(), filename="protokół.txt", contentType="text/plain")
    opened = hand_in(series, said_of(series, title, 1, chosen, is_open=True))
    with_file = hand_in(series, said_of(series, title, 2, chosen), [page])
    plain = hand_in(series, said_of(series, title, 3, chosen))
    shares = ((opened, OPEN), (with_file, WITH_FILE), (plain, 100 - OPEN - WITH_FILE))
    return [(RecordPattern(record), share) for record, share in shares]


def fill(portal, units, count, tell=lambda done: None):
    """Open series and fill them until there are so many records; commit every now and then.

    Parameters:
        portal: the site.
        units: symbols of units.
        count: number of records in the end.
        tell: function called with the number of records after every commit.
    """
    chosen = random.Random(count)
    every = [(*pair, patterns_of(*pair, chosen)) for pair in open_series(portal["zapisy"], units)]
    transaction.commit()
    done = sum(len(patterns) for _series, _title, patterns in every)
    while done < count:
        for number in range(done, min(done + STEP, count)):
            series, title, patterns = chosen.choice(every)
            pattern = chosen.choices(*zip(*patterns, strict=True))[0]
            pattern.write(said_of(series, title, number, chosen, is_open=pattern.is_open))
        done = min(done + STEP, count)
        transaction.commit()
        portal._p_jar.cacheGC()
        tell(done)
