"""What the tests of disposal share."""

import pytest
from support.archive_office import ArchiveOffice


@pytest.fixture
def archive_office(office):
    return ArchiveOffice(office)
