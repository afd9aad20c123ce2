"""Takes more memory than it may have."""

from czest.qms.publication.screening.confinement import answer


def work(question, data):
    return {"taken": len(bytearray(question["bytes"]))}, b""


answer(work)
