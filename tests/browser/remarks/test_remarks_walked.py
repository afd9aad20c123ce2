"""Remarks are made on selected words, answered and settled in a browser, with the keyboard and on a phone."""

from czest.qms.remarks.keeping import threads_of
import pytest
from support.accessibility import violations
from support.office import text
import transaction


BODY = (
    "<h2>1. Cel</h2><p>Procedura określa sposób postępowania z <em>niezgodnościami</em>, zob. "
    '<a href="https://isap.sejm.gov.pl">ustawę</a>.</p>'
    "<h2>2. Terminy</h2><p>Naczelnik ustala przyczynę w terminie 7 dni od nadania numeru, w terminie 7 dni.</p>"
    "<table><tbody><tr><th>Krok</th><td>Zgłoszenie</td></tr></tbody></table>"
)
#: Selects words of the page from one text node to another, as a person does with the keyboard or the mouse.
SELECT = """([from, until]) => {
  const nodes = [];
  const walker = document.createTreeWalker(document.querySelector(".qms-text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const find = (words, last) => {
    const found = nodes.filter((node) => node.data.replaceAll("\\u00a0", " ").includes(words));
    const node = found.at(-1);
    const place = node.data.replaceAll("\\u00a0", " ").lastIndexOf(words);
    return [node, last ? place + words.length : place];
  };
  const selection = document.getSelection();
  const [start, end] = [find(from, false), find(until, true)];
  selection.setBaseAndExtent(start[0], start[1], end[0], end[1]);
}"""


@pytest.fixture
def edition(office):
    return office.submitted(office.register(), body=text(BODY))


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def remark_on(page, words, said):
    """Select words, press the button with the keyboard, and write a remark on them."""
    page.evaluate(SELECT, words)
    button = page.locator("[data-qms-selection] button")
    button.wait_for()
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog #operation-add-remark")
    assert page.evaluate("document.activeElement.name") == "form.widgets.text"
    page.keyboard.type(said)
    assert violations(page) == []
    page.click("dialog button:has-text('Dodaj uwagę')")
    page.wait_for_selector(f".qms-saying-text:has-text('{said}')")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_from_the_selected_words_to_the_settled_remark(window, office, edition, size):
    reviewer = window("sprawdzajacy", edition.absolute_url(), size)
    remark_on(reviewer, ["w terminie 7 dni", "w terminie 7 dni"], "Za krótko.")
    remark_on(reviewer, ["sposób postępowania", "ustawę"], "Którą?")
    remark_on(reviewer, ["Krok", "Zgłoszenie"], "Kto?")
    transaction.begin()
    text_of_page = "Naczelnik ustala przyczynę w terminie 7 dni od nadania numeru, w terminie 7 dni."
    anchors = [thread.anchor for thread in threads_of(edition)]
    assert [anchor.quote for anchor in anchors] == [
        "w terminie 7 dni",
        "sposób postępowania z niezgodnościami, zob. ustawę",
        "Krok Zgłoszenie",
    ]
    assert anchors[0].prefix.endswith("numeru,") and text_of_page.endswith(f"{anchors[0].quote}.")
    assert reviewer.locator(".qms-strip-remarks").inner_text() == "Dodaj uwagę… · 3 otwarte uwagi"
    assert [link.inner_text() for link in reviewer.locator(".qms-passage-number").all()] == ["2", "1", "3"]
    assert violations(reviewer) == []
    assert fits(reviewer)
    reviewer.focus("#fragment-1")
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_function("location.hash === '#uwaga-1'")
    author = window("autor", edition.absolute_url(), size)
    author.focus("#uwaga-1-resolve-remark")
    author.keyboard.press("Enter")
    author.wait_for_selector("dialog #operation-resolve-remark")
    author.select_option("dialog select", "accepted")
    assert violations(author) == []
    author.click("dialog button:has-text('Załatw uwagę')")
    author.wait_for_selector("details .qms-thread .qms-tag", state="attached")
    assert author.locator(".qms-strip-remarks a").last.inner_text() == "2 otwarte uwagi"
    transaction.begin()
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    transaction.commit()
    author.goto(f"{edition.absolute_url()}/edit")
    author.wait_for_selector(".qms-author-remarks .qms-thread")
    assert author.locator(".qms-author-remarks .qms-thread").count() == 2
    assert fits(author)
    assert [found for found in violations(author) if "qms-" in str(found)] == []
