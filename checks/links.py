"""Links of the documentation to other files of the project lead somewhere."""

import re


LINK = re.compile(r"\]\(([^)\s]+)\)")
ELSEWHERE = ("http://", "https://", "mailto:", "#")


def findings(root):
    """Return a sentence for every relative link that leads nowhere."""
    found = []
    for path in sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")]):
        for target in LINK.findall(path.read_text(encoding="utf-8")):
            if not target.startswith(ELSEWHERE) and not (path.parent / target.partition("#")[0]).exists():
                found.append(f"{path.relative_to(root)} links to {target}, which is not there.")
    return found
