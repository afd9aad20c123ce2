"""Pairs of a request and its answer, written for the documentation and compared with what is committed."""

import difflib
from functools import partial
import json
import os
from pathlib import Path
import re


FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "examples"
SITE = "http://127.0.0.1:8080/qms"
#: Headers of a request and of an answer that belong to the contract.
REQUEST_HEADERS = ("If-Match", "Idempotency-Key")
ANSWER_HEADERS = ("Content-Type", "ETag", "Location", "Retry-After")

#: What differs from run to run, and what stands for it.
CHANGING = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "4f1c…"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "6b1d…"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?"), "2026-11-24T08:00:07+00:00"),
    (re.compile(r"\b\d{4}-\d\d-\d\d\b(?!T)"), "2026-11-24"),
    (re.compile(r"\b\d{1,2} \w+ \d{4} r\."), "24 listopada 2026 r."),
    (re.compile(r"\bgodz\. \d{1,2}\.\d\d"), "godz. 9.00"),
    (re.compile(r"(?<=Z-AR-)\d{4}\b|(?<=archiwum/)\d{4}\b"), "2026"),
)


class Recorder:
    """Keeps examples of one site.

    Parameters:
        site: address of the site.
        secrets: texts that must not be shown, such as passwords.
        lasting: days as ISO texts that are the same in every run, and shown as they are.
    """

    def __init__(self, site, secrets=(), lasting=()):
        self.site = site
        self.secrets = secrets
        self.lasting = lasting

    def keep(self, name, answer):
        """Write an example, or compare it with the one that is committed, and return its answer.

        Parameters:
            name: name of the example, without suffix.
            answer: the response of ``requests``.

        Raises:
            AssertionError: when the committed example says something else; ``QMS_WRITE_EXAMPLES=1`` writes it anew.
        """
        compare(name, self.text(answer))
        return answer

    def text(self, answer):
        """Return the pair as text."""
        request = answer.request
        lines = [f"{request.method} {request.url} HTTP/1.1", "Accept: application/json"]
        lines += [f"{name}: {request.headers[name]}" for name in REQUEST_HEADERS if name in request.headers]
        if "Authorization" in request.headers:
            lines.append("Authorization: Basic …")
        if request.body:
            lines += ["Content-Type: application/json", "", formatted(request.body)]
        lines += ["", "", f"HTTP/1.1 {answer.status_code} {answer.reason}"]
        lines += [f"{name}: {answer.headers[name]}" for name in ANSWER_HEADERS if name in answer.headers]
        if answer.content:
            lines += ["", formatted(answer.content)]
        return self.settled("\n".join(lines) + "\n")

    def settled(self, text):
        """Return the text with everything that changes from run to run replaced."""
        text = text.replace(self.site, SITE).replace(self.site.rpartition("/")[0], SITE.rpartition("/")[0])
        for secret in self.secrets:
            text = text.replace(secret, "…")
        for pattern, replacement in CHANGING:
            text = pattern.sub(partial(self._settled, replacement), text)
        return text

    def _settled(self, replacement, found):
        return found.group() if found.group() in self.lasting else replacement


def formatted(body):
    """Return JSON as people read it."""
    return json.dumps(json.loads(body), ensure_ascii=False, indent=2)


def compare(name, text):
    """Compare a text with the committed example of this name, or write it.

    Raises:
        AssertionError: when they differ.
    """
    path = FOLDER / f"{name}.http"
    if os.environ.get("QMS_WRITE_EXAMPLES") == "1":
        path.write_text(text, encoding="utf-8")
        return
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    difference = difflib.unified_diff(committed.splitlines(), text.splitlines(), "committed", "answered", lineterm="")
    assert committed == text, "\n".join([f"{path.name}: make examples writes it anew", *difference])
