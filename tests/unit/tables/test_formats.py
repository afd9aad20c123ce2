"""What all kinds of file have in common."""

from czest.qms.tables.formats import FORMATS
from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
import io
import pytest
from support.tables import LIST
from support.tables import written


ROWS = 20000


@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_the_same_table_gives_the_same_bytes(extension):
    assert written(FORMATS[extension].write, LIST) == written(FORMATS[extension].write, LIST) != b""


@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_rows_flow_into_the_file_as_they_come(extension):
    file, seen = io.BytesIO(), []

    def rows():
        for number in range(ROWS):
            seen.append(len(file.getbuffer()))
            yield (f"PS-{number}",)

    FORMATS[extension].write(Table("Wykaz", (Column("symbol", "Symbol"),), rows()), file)
    assert len(seen) == ROWS
    assert 0 < seen[ROWS // 2] < seen[-1] <= len(file.getbuffer())


@pytest.mark.parametrize("extension", sorted(FORMATS))
@pytest.mark.parametrize(("row", "error"), [((1,), TypeError), (("a", "b"), ValueError)])
def test_a_row_that_does_not_fit_is_refused(extension, row, error):
    with pytest.raises(error):
        written(FORMATS[extension].write, Table("Wykaz", (Column("symbol", "Symbol"),), [row]))
