"""Text of a PDF that nobody sees but anybody can copy: under a box, in the colour of the paper, of no size.

A page is painted; where a letter is said to stand and all dots are the same, there is no letter to be seen.
"""

from ctypes import c_double
from ctypes import c_int
from czest.qms.documents.files.pdfium import opened
from PIL import Image
import pypdfium2.raw as pdfium


#: Dots a point, unless the page would take too many.
_SCALE = 1.5
_DOTS_LIMIT = 4_000_000

#: Difference of grey between dots of one colour, as painting and compression leave it.
_SAME = 12

#: Letters in a row that must be invisible: single ones are dots and dashes that painting lost.
_RUN = 4


def covered_pages(data: bytes, most: int) -> tuple[tuple[int, ...], bool]:
    """Return the pages with text that nobody sees, from 1, and whether there were too many pages to look at all.

    Parameters:
        data: bytes of the file.
        most: pages looked at.
    """
    with opened(data) as document:
        looked = min(len(document), most)
        return tuple(number + 1 for number in range(looked) if _has_covered(document, number)), len(document) > most


def _has_covered(document, number: int) -> bool:
    page = document[number]
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if not count:
            return False
        width, height = page.get_size()
        scale = min(_SCALE, (_DOTS_LIMIT / max(width * height, 1)) ** 0.5)
        picture = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
        return _has_invisible_run(picture, page, text_page, count)
    finally:
        text_page.close()
        page.close()


def _has_invisible_run(picture: Image.Image, page, text_page, count: int) -> bool:
    run = 0
    for index in range(count):
        if chr(pdfium.FPDFText_GetUnicode(text_page.raw, index)).isspace():
            continue
        run = run + 1 if _invisible(picture, page, text_page, index) else 0
        if run >= _RUN:
            return True
    return False


def _invisible(picture: Image.Image, page, text_page, index: int) -> bool:
    left, right, bottom, top = (c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top):
        return False
    across, down = zip(
        _on_picture(picture, page, left.value, top.value),
        _on_picture(picture, page, right.value, bottom.value),
        strict=True,
    )
    place = (min(across), min(down), max(across) + 1, max(down) + 1)
    if place[0] < 0 or place[1] < 0 or place[2] > picture.width + 1 or place[3] > picture.height + 1:
        # Beyond the edge of the page: copied with the rest and seen by nobody.
        return True
    darkest, lightest = picture.crop(place).getextrema()
    return lightest - darkest <= _SAME


def _on_picture(picture: Image.Image, page, x: float, y: float) -> tuple[int, int]:
    """Return the dot at a point of the page, whichever way the page is turned."""
    across, down = c_int(), c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, picture.width, picture.height, 0, x, y, across, down)
    return across.value, down.value
