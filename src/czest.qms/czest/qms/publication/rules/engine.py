"""The engine: every rule looks at the case, and what they say is one list."""

from czest.qms.publication.rules import accessibility
from czest.qms.publication.rules import decision
from czest.qms.publication.rules import files
from czest.qms.publication.rules import privacy
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.case import CaseFile
from czest.qms.publication.rules.findings import Finding
from czest.qms.publication.rules.rule import Rule


#: The table of rules, in the order in which findings are shown.
RULES: tuple[Rule, ...] = (*decision.RULES, *files.RULES, *accessibility.RULES, *privacy.RULES)


def examine(case: Case) -> tuple[Finding, ...]:
    """Examine a publication; no finding has the rule and the place of another.

    Parameters:
        case: all that is known; what is not known yet is empty and found missing.
    """
    return _examine(case, RULES)


def examine_file(file: CaseFile, case: Case) -> tuple[Finding, ...]:
    """Examine one file by the rules on files alone, such as the public file after it was made.

    Parameters:
        file: the file; its accessibility is a matter of the whole case and not looked at.
        case: whence the day and what belongs to the office come.
    """
    return _examine(files.of_one_file(file, case), (*files.RULES, *privacy.RULES))


def _examine(case: Case, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    found: dict[tuple[str, str], Finding] = {}
    for rule in rules:
        for seen in rule.check(case):
            finding = Finding(
                rule.id, rule.severity, seen.place, seen.message, seen.mapping, seen.terms, rule.overridable
            )
            found.setdefault((rule.id, seen.place), finding)
    return tuple(found.values())
