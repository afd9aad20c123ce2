"""The articles behind the refusals of a disposal."""

from czest.qms.records.rules.citations import ACT
from czest.qms.records.rules.citations import END_OF_CASE
from czest.qms.records.rules.citations import JRWA
from czest.qms.records.rules.citations import REGULATION


#: Destroyed is only what has served its time and has no significance left, that of evidence included.
SIGNIFICANCE = f"art. 5 ust. 1 pkt 2 {ACT}"
#: Archival material goes to the state archive and nowhere else.
TRANSFER = f"art. 5 ust. 1 pkt 1 {ACT}"
#: Nothing is destroyed before the archive consents.
CONSENT = f"§ 9 ust. 1 {REGULATION}"
REQUEST = f"§ 9 ust. 2 {REGULATION}"
#: The list, and that it holds records of one kind.
LIST = f"§ 9 ust. 3 i 4 {REGULATION}"
REFUSAL = f"§ 10 i 11 {REGULATION}"

#: Code of a refusal in this room → the article it comes from.
CITATIONS = {
    "archival": TRANSFER,
    "not_archival": TRANSFER,
    "closed_in_future": END_OF_CASE,
    "consent_before_list": CONSENT,
    "consent_in_future": CONSENT,
    "excluded": REFUSAL,
    "list_has_no_rows": LIST,
    "no_consent_day": CONSENT,
    "no_consent_number": CONSENT,
    "no_schedule": JRWA,
    "not_appraised": END_OF_CASE,
    "not_closed": END_OF_CASE,
    "not_due": SIGNIFICANCE,
    "not_filed": END_OF_CASE,
    "not_on_this_list": LIST,
    "on_another_list": LIST,
    "on_hold": SIGNIFICANCE,
    "other_kind": LIST,
    "published": SIGNIFICANCE,
    "refused": REFUSAL,
    "unknown_row": REFUSAL,
}
