"""A template of routes for the small office of ``support.people``."""

from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import Template
from czest.qms.approval.rules.templates import TemplateStage


HEAD = Asked("owner-head")
CHIEF, LAWYER, SECRETARY = (Asked("post", post) for post in ("naczelnik-or", "radca-prawny", "sekretarz"))

CHECK = TemplateStage("check", (HEAD, CHIEF))
OPINION = TemplateStage("opinion", (LAWYER,), days=5)
APPROVAL = TemplateStage("approval", (SECRETARY,))


def procedures(stages=(CHECK, OPINION, APPROVAL), **changes):
    """Return a template for procedures: two check, the lawyer gives an opinion, the secretary approves."""
    values = {"id": "procedury", "title": "Procedury", "kinds": frozenset({"Procedure"}), "stages": tuple(stages)}
    return Template(**{**values, **changes})


#: The same in the form that clients send.
PROCEDURES = {
    "title": "Procedury",
    "kinds": ["Procedure"],
    "units": [],
    "processes": [],
    "keeps_signatures": False,
    "stages": [
        {"purpose": "check", "participants": ["owner-head", "post:naczelnik-or"]},
        {"purpose": "opinion", "participants": ["post:radca-prawny"], "days": 5},
        {"purpose": "approval", "participants": ["post:sekretarz"]},
    ],
}
