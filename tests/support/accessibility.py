"""Whether a page in the browser is accessible (WCAG 2.1 AA) and fits into its window."""

from axe_playwright_python.sync_playwright import Axe


WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
#: While a dialog fades in, its text is as pale as its background.
STILL = "Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null)))"


def violations(page, context=None, beyond=()):
    """Return what axe finds wrong, as ``(rule, [beginning of each element])``.

    Parameters:
        context: selector of the part that is looked at, or None for the whole page.
        beyond: tags of further rules.
    """
    page.evaluate(STILL)
    rules = {"runOnly": [*WCAG, *beyond], "resultTypes": ["violations"]}
    found = Axe().run(page, context=context, options=rules).response["violations"]
    return [(one["id"], [node["html"][:300] for node in one["nodes"]]) for one in found]


def wider_than_the_window(page):
    """Tell whether a page would have to be moved sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
