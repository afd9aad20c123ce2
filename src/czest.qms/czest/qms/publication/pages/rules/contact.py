"""Forms of electronic mail addresses, telephone numbers and addresses of pages, as an office writes them."""

from czest.qms.organisation.rules.model import Problem
import re


_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{4,}( ?wewn\. ?[0-9]+)?")
_ADDRESS = re.compile(r"https?://[^\s/\"'<>]+(/[^\s\"'<>]*)?")

_FORMS = {"email": _MAIL, "phone": _PHONE, "address": _ADDRESS}


def form_problems(name, text, form):
    """Return the problem of a text that does not have its form; an empty text has none.

    Parameters:
        name: of the field.
        text: what was typed.
        form: ``email``, ``phone`` or ``address`` (of a page).
    """
    if not text or _FORMS[form].fullmatch(text):
        return []
    return [Problem(name, f"{form}_form", {"text": text})]
