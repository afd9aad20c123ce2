"""Computes for ever within its limits."""

from czest.qms.publication.screening.confinement import answer


def work(question, data):
    while True:
        pass


answer(work)
