"""The child: ``python -m czest.qms.publication.screening``, see ``confinement``."""

from czest.qms.bulletin.snapshot import as_plain
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.screening.confinement import answer
from czest.qms.publication.screening.dispatch import report_on


def work(question, data):
    office = Office(**{name: tuple(values) for name, values in question["office"].items()})
    return as_plain(report_on(data, question["name"], question["media_type"], office)), b""


if __name__ == "__main__":
    answer(work)
