"""The panel of a workflow: its diagram, its transitions, the chosen state with its figures, rights and trend."""

from czest.qms import _
from czest.qms.language.dates import long_month
from czest.qms.workflows import definitions
from czest.qms.workflows import live
from czest.qms.workflows.figures import figures_of
from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.bars import bars
from czest.qms.workflows.rules.cells import why_locked
from czest.qms.workflows.rules.drawing import drawn
from czest.qms.workflows.views import state_panel
from czest.qms.workflows.views.base import ManagerView
from czest.qms.workflows.views.matrix import matrix
from czest.qms.workflows.views.shown import ShownWorkflow
from czest.qms.workflows.views.transitions import other_operations
from czest.qms.workflows.views.transitions import transition_rows
from czest.qms.workflows.views.wording import days
from czest.qms.workflows.views.wording import objects
from czest.qms.workflows.views.wording import short_month
from functools import cached_property
from zExceptions import NotFound


class WorkflowPage(ShownWorkflow, ManagerView):
    """What the template asks about the workflow and the state that the address names."""

    @property
    def tab(self):
        return self.workflow_id

    @cached_property
    def workflow_id(self):
        """The workflow asked for; the first one by default.

        Raises:
            NotFound: the panel shows no such workflow.
        """
        asked = self.request.form.get("workflow", definitions.EDITION)
        if not isinstance(asked, str) or asked not in definitions.TITLES:
            raise NotFound(str(asked))
        return asked

    @cached_property
    def state(self):
        """The state asked for; the first one by default.

        Raises:
            NotFound: the workflow has no such state.
        """
        asked = self.request.form.get("state", self.definition.initial)
        if not isinstance(asked, str) or asked not in self.definition.states:
            raise NotFound(str(asked))
        return self.definition.states[asked]

    @cached_property
    def figures(self):
        return figures_of(self.workflow_id)

    @property
    def workflow_title(self):
        return self.words(definitions.TITLES[self.workflow_id])

    @property
    def state_word(self):
        return self.state_words[self.state.id]

    @property
    def initial_word(self):
        return self.state_words[self.definition.initial]

    def diagram(self):
        """Return the drawing as markup."""
        looks = {
            state_id: definitions.box_of(
                look,
                self.state_words[state_id],
                note=self._note(state_id),
                is_chosen=state_id == self.state.id,
                url=self.panel_address(self.workflow_id, state_id),
            )
            for state_id, look in self.looks.items()
        }
        title = _("Diagram of the workflow: ${workflow}", mapping={"workflow": self.workflow_title})
        description = _(
            "States: ${states}. Begins with: ${first}. The numbered transitions between them are those of the table.",
            mapping={"states": ", ".join(self.state_words.values()), "first": self.initial_word},
        )
        return drawn(self.definition, looks, self.words(title), self.words(description))

    def _note(self, state_id):
        found = self.figures.states.get(state_id)
        if found is None:
            return ""
        parts = [objects(self.workflow_id, found.count)]
        if found.median_days is not None and self.waits_in(state_id):
            parts.append(days(found.median_days))
        return " · ".join(self.words(part) for part in parts)

    def waits_in(self, state_id):
        """Tell whether what stands in a state waits for something, not where it is in force or at its end."""
        return bool(self.definition.states[state_id].exits) and self.looks[state_id].family not in ("force", "past")

    def transitions(self):
        """Return the rows of the table, see ``transition_rows``."""
        return transition_rows(self.definition, self.facts, self.state_words, self.request)

    def others(self):
        """Return what else may be done in the chosen state, see ``other_operations``."""
        return other_operations(self.facts, self.state.id, self.request)

    def state_rows(self):
        """Return the rows of the panel of the chosen state."""
        figures = self.figures.states.get(self.state.id)
        return state_panel.rows_of(self.workflow_id, self.state.id, figures, self.waits_in(self.state.id))

    @property
    def has_figures(self):
        """Whether the figures can be had."""
        return bool(self.figures.states)

    @property
    def has_deadlines(self):
        """Whether stages with deadlines run in the chosen state."""
        return self.workflow_id == definitions.EDITION and self.state.id in state_panel.STAGES

    @cached_property
    def matrix(self):
        """The matrix of rights of the chosen state."""
        return matrix(self.definition, self.state, self.facts, self.is_free)

    def is_free(self, permission, role):
        """Tell whether the office may change who has a permission in the chosen state."""
        if self.workflow_id not in live.WORKFLOWS:
            return False
        cell = Cell(self.workflow_id, self.state.id, permission, role)
        shipped = live.shipped_definitions()[self.workflow_id]
        return why_locked(shipped, cell, self.ledger.current().optional_states) is None

    def edits(self):
        """Return the pages on which the person changes something of this workflow: ``title`` and ``url``."""
        if not self.may_manage or self.workflow_id not in live.WORKFLOWS:
            return []
        workflow = {"workflow": self.workflow_id}
        pages = [(_("Change the words"), self.address("@@workflow-words", **workflow))]
        if any(cell["free"] for row in self.matrix["rows"] for cell in row["cells"]):
            address = self.address("@@workflow-rights", **workflow, state=self.state.id)
            pages.append((_("Change rights in the state: ${state}", mapping={"state": self.state_word}), address))
        if self.workflow_id == definitions.EDITION:
            pages.append((_("Choose optional states"), self.address("@@workflow-optional-states")))
        return [{"title": title, "url": url} for title, url in pages]

    def other_states(self):
        """Return the other states as links: ``word`` and ``url``."""
        return [
            {"word": word, "url": self.panel_address(self.workflow_id, state_id)}
            for state_id, word in self.state_words.items()
            if state_id != self.state.id
        ]

    @cached_property
    def trend(self):
        """The months of the chosen state, oldest first: dicts with ``count``, ``label``, ``name``, ``month`` and ``url``."""
        months = []
        for one in self.figures.trend.get(self.state.id, ()):
            short, whole = self.words(short_month(one.month)), long_month(one.month)
            name = _("${month}: ${count}", mapping={"month": whole, "count": objects(self.workflow_id, one.count)})
            months.append(
                {"count": one.count, "label": short, "name": self.words(name), "month": whole, "url": one.url}
            )
        return months

    def trend_bars(self):
        """Return the bars as markup."""
        return bars(self.trend, self.words(self.trend_title), "qms-trend-bars")

    @property
    def rights_title(self):
        return _("Rights in the state: ${state}", mapping={"state": self.state_word})

    @property
    def trend_title(self):
        return _("Came into the state ${state}, by month", mapping={"state": self.state_word})

    @property
    def trend_file(self):
        """Address of the trend of all states as a file."""
        return self.address("@@workflow-trend.csv", workflow=self.workflow_id)
