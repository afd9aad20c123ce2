"""What is asked for and answered when something is published in the tests."""

from czest.qms.publication.rules.checklist import QUESTIONS


#: Every question of the checklist answered with no.
ALL_NO = dict.fromkeys(QUESTIONS, False)

#: The metryczka of a request, as a client sends it.
REQUEST = {
    "produced_on": "2026-11-02",
    "responsible_name": "Anna Przykładowa",
    "responsible_post": "Pełnomocnik ds. SZJ",
    "bip_until": "2031-12-31",
}
