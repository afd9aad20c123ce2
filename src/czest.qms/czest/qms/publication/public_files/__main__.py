"""The child: ``python -m czest.qms.publication.public_files``, see ``screening.confinement``."""

from czest.qms.publication.public_files.making import made
from czest.qms.publication.screening.confinement import answer


def work(question, data):
    try:
        result, removed = made(data, question["extension"], question["title"], question["language"])
    except Exception:  # Libraries that read broken files raise errors of every kind.
        return {"failure": "unreadable", "removed": []}, b""
    return {"failure": "", "removed": sorted(removed)}, result


if __name__ == "__main__":
    answer(work)
