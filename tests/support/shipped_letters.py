"""The letters of all rooms as they are shipped, without a site."""

from czest.qms.approval.rules import letters as of_routes
from czest.qms.publication.rules import letters as of_publication
from czest.qms.workflows.rules.letters import DRIFT
from czest.qms.workplace.rules import DAILY_LIST


#: Id → letter.
LETTERS = {**of_routes.LETTERS, **of_publication.LETTERS, DRIFT.id: DRIFT, DAILY_LIST.id: DAILY_LIST}
