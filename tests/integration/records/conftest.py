"""Records of a small office."""

import datetime
import pytest
from support.office import file_named


@pytest.fixture
def hand_in(office, portal):
    """Return a function that hands in a record, filed unless ``closed_on`` is None."""

    def hand_in(title="Protokół", login="pracownik", jrwa_class="0142", **data):
        values = {"closed_on": datetime.date(2015, 6, 30), "archival_category": "B5", "files": [file_named("a.txt")], **data}
        return office.do(login, portal["zapisy"], "capture", title=title, jrwa_class=jrwa_class, **values)

    return hand_in
