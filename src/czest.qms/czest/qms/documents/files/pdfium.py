"""Access to PDFium, which serves one thread at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
import pypdfium2
from threading import Lock


_LOCK = Lock()


class UnreadablePdf(ValueError):
    """PDFium cannot read the document."""


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF while no other thread of the process uses PDFium.

    Parameters:
        data: bytes of the file.

    Raises:
        UnreadablePdf: PDFium refuses the document or one of its pages.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
            try:
                yield document
            finally:
                document.close()
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf(str(error)) from error


def page_texts(data: bytes, pages: int) -> list[str]:
    """Return the text of the first pages, one item a page, in the order of the page's content.

    Parameters:
        data: bytes of the file.
        pages: the most pages to read.

    Raises:
        UnreadablePdf: as for ``opened``.
    """
    with opened(data) as document:
        return [_page_text(document, number) for number in range(min(pages, len(document)))]


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return text_page.get_text_bounded()
    finally:
        text_page.close()
        page.close()
