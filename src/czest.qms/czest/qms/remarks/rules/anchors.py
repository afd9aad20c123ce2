"""Where the passage of a remark is: a quotation with what stands before and behind it, and how it is found again.

The model is the TextQuoteSelector of the W3C Web Annotation Data Model, with the position as a hint between several
places of the same words. The quotation stays as it was when the remark was made; it is looked for in each text anew, so
the answer depends on nothing but the two.
"""

from czest.qms.remarks.rules.passages import normalised
from czest.qms.remarks.rules.words import Words
from czest.qms.remarks.rules.words import words_of
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache


EXACT, MOVED, CHANGED, GONE = "exact", "moved", "changed", "gone"

#: Words kept before and behind a quotation.
CONTEXT = 8
#: From how many words on a quotation tells by itself, wherever it stands.
TELLING = 4
#: How much of the surroundings, or of a passage, must be there again.
HALF, ALIKE = 0.5, 0.4


#: Every remark on a text asks for its words.
_words_in = lru_cache(maxsize=16)(Words)


@dataclass(frozen=True)
class Anchor:
    """The passage of a remark.

    Parameters:
        quote: its words; empty for a remark on the whole edition.
        prefix, suffix: what stood before and behind it.
        position: where it began in the normalised text, or None.
        place: page or section of a file, as named by the person; empty otherwise.
    """

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    position: int | None = None
    place: str = ""


@dataclass(frozen=True)
class Found:
    """What became of a passage.

    Parameters:
        status: ``exact`` (the same words in the same surroundings), ``moved`` (the same words elsewhere), ``changed`` (other
            words in its place) or ``gone``.
        start, end: its place in the text, None where it is gone or the remark is on the whole edition.
    """

    status: str
    start: int | None = None
    end: int | None = None


def anchor_at(text: str, start: int, end: int) -> Anchor | None:
    """Return the anchor of a place of a text, widened to whole words; None where there is no word.

    Parameters:
        text: normalised text.
        start, end: the place.
    """
    words = Words(text)
    numbers = words.numbers(start, end)
    if numbers is None:
        return None
    first, behind = numbers
    begins, ends = words.place(first, behind)
    before = words.spans[max(0, first - CONTEXT)][0]
    after = words.spans[min(len(words.spans), behind + CONTEXT) - 1][1]
    return Anchor(text[begins:ends], text[before:begins].strip(), text[ends:after].strip(), begins)


def sought(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Return the place that somebody means who quotes words of a text, perhaps cut within a word; None where it has none.

    Parameters:
        text: normalised text.
        anchor: what he quotes, with any of prefix, suffix and position to tell several places apart.
    """
    quote, prefix, suffix = normalised(anchor.quote), normalised(anchor.prefix), normalised(anchor.suffix)
    places = []
    place = text.find(quote) if quote else -1
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    if not places:
        return None

    def likeness(place):
        before = _common(reversed(text[:place].rstrip()[-len(prefix) - 1 :]), reversed(prefix))
        behind = _common(text[place + len(quote) :].lstrip(), suffix)
        return before + behind, -abs(place - (anchor.position or 0)), -place

    best = max(places, key=likeness)
    return best, best + len(quote)


def _common(one, other):
    """Return how many members two sequences have in common at their beginning."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count


@lru_cache(maxsize=1024)
def locate(anchor: Anchor, text: str) -> Found:
    """Find the passage of a remark in a text.

    Parameters:
        anchor: the passage as it was.
        text: normalised text as it is.
    """
    quote = words_of(anchor.quote)
    if not quote:
        return Found(EXACT)
    words = _words_in(text)
    places = words.occurrences(quote)
    best = max(places, key=lambda place: _rank(anchor, words, place, len(quote)), default=None)
    if best is not None and _surroundings(anchor, words, best, len(quote)) >= HALF:
        return Found(EXACT, *words.place(best, best + len(quote)))
    near = _near(anchor, words)
    if best is not None:
        inside = [place for place in places if near and near.holds(place, len(quote))]
        if inside:
            return Found(EXACT, *words.place(inside[0], inside[0] + len(quote)))
        if near is None or len(quote) >= TELLING:
            return Found(MOVED, *words.place(best, best + len(quote)))
    return Found(CHANGED, *words.place(near.first, near.behind)) if near and near.first < near.behind else Found(GONE)


def _rank(anchor, words, place, length):
    """Return how well a place of the same words fits: by its surroundings, then by its nearness, then the first."""
    distance = abs(words.spans[place][0] - (anchor.position or 0))
    return _surroundings(anchor, words, place, length), -distance, -place


def _surroundings(anchor, words, place, length):
    """Return which part of the words around is the same, from 0 to 1."""
    before, behind = words_of(anchor.prefix), words_of(anchor.suffix)
    if not before and not behind:
        return 1.0
    same = _common(reversed(words.all[max(0, place - CONTEXT) : place]), reversed(before))
    same += _common(words.all[place + length : place + length + len(behind)], behind)
    return same / (len(before) + len(behind))


@dataclass(frozen=True)
class _Near:
    """What stands where a passage stood: the number of its first word and of the one behind its last.

    The two are the same where nothing stands there any more. ``is_bounded`` tells whether the surroundings are known again on
    both sides.
    """

    first: int
    behind: int
    is_bounded: bool

    def holds(self, place, length):
        """Tell whether words stand within it."""
        return self.is_bounded and self.first <= place and place + length <= self.behind


def _near(anchor, words):
    """Return what stands where the passage stood; None where the place is not known again."""
    before, quote, behind = words_of(anchor.prefix), words_of(anchor.quote), words_of(anchor.suffix)
    first, last = len(before), len(before) + len(quote)
    pairs = _pairs(words, before + quote + behind)
    kept = [place for number, place in pairs.items() if first <= number < last]
    ahead = [place for number, place in pairs.items() if number < first]
    after = [place for number, place in pairs.items() if number >= last]
    is_around = bool(before + behind) and len(ahead) + len(after) >= HALF * len(before + behind)
    if not is_around and (len(kept) < ALIKE * len(quote) or len(kept) == len(quote)):
        return None
    bounds = [*ahead[-1:], *kept, *after[:1]]
    start = ahead[-1] + 1 if ahead else min(kept, default=max(0, bounds[0] - len(quote)))
    end = after[0] if after else max(kept, default=min(len(words.all), bounds[-1] + 1 + len(quote)) - 1) + 1
    return _Near(start, max(start, end), bool(ahead or not before) and bool(after or not behind))


def _pairs(words, window):
    """Return the words of a passage with its surroundings that are there again: number there → number in the text."""
    seed = SequenceMatcher(None, words.all, window, autojunk=False).find_longest_match()
    slack = len(window) + CONTEXT
    begins = max(0, seed.a - seed.b - slack)
    region = words.all[begins : max(0, seed.a + len(window) - seed.b + slack)]
    blocks = SequenceMatcher(None, region, window, autojunk=False).get_matching_blocks()
    return {block.b + step: begins + block.a + step for block in blocks for step in range(block.size)}
