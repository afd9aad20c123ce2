"""Polish setting of text."""

from czest.qms.documents.conversion import set_text
from hypothesis import given
from hypothesis import strategies as st
import pytest
from support.counting import calls_of


def shown(html):
    return set_text(html).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A w domu i u nas", "A~w~domu i~u~nas"),
        ("praca (w domu)", "praca (w~domu)"),
        ("słowo „I tak”", "słowo „I~tak”"),
        ("wyd. 5 Wyd. 6", "wyd.~5 Wyd.~6"),
        ("art. 5 ust. 1 pkt 2 lit. a tiret", "art.~5 ust.~1~pkt~2 lit.~a~tiret"),
        ("§ 3 poz. 68, rozdz. IV.", "§~3 poz.~68, rozdz.~IV."),
        ("24 listopada 2026 r. rano", "24~listopada~2026~r. rano"),
        ("7 dni, 10 000 zł i 80 % w", "7~dni, 10~000~zł i~80~% w"),
        ("50 MB. Dalej", "50~MB. Dalej"),
        ("w listopadzie 2026", "w~listopadzie 2026"),
        ("art. trzeci", "art. trzeci"),
        ("nr sprawy", "nr sprawy"),
        ("5 osobom 12345", "5 osobom 12345"),
        ("2026 1234", "2026 1234"),
        ("koniec w\nwierszu", "koniec w~wierszu"),
        ("", ""),
    ],
)
def test_spaces_that_must_not_break(text, expected):
    assert shown(text) == expected


def test_tags_and_their_attributes_are_left_alone():
    assert shown('<a href="a w b 5 kg">x w <em>domu</em></a>') == '<a href="a w b 5 kg">x w~<em>domu</em></a>'


def test_verbatim_text_is_left_alone():
    assert shown("<pre>a <code>w b</code> w c</pre> w d") == "<pre>a <code>w b</code> w c</pre> w~d"
    assert shown("</pre>w d") == "</pre>w~d"


@given(st.text(alphabet="aw 15.<>/pre§rzłąT\n"))
def test_only_spaces_change_and_a_second_pass_changes_nothing(html):
    done = set_text(html)
    assert done.replace("\u00a0", " ").replace("\n", " ") == html.replace("\u00a0", " ").replace("\n", " ")
    assert set_text(done) == done


def test_the_work_grows_with_the_length_and_no_faster():
    paragraph = "<p>W dniu 24 listopada 2026 r. naczelnik wydziału ustala przyczynę i zawiadamia o tym.</p>"
    hundred = calls_of(lambda: set_text(paragraph * 100))
    assert calls_of(lambda: set_text(paragraph * 1000)) <= 10 * hundred
