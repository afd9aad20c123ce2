"""The trend of a workflow as a file: a row for every state and month."""

from czest.qms.language.numerals import counted
from czest.qms import _
from czest.qms.register.exporting import TableFile
from czest.qms.tables.table import Column
from czest.qms.workflows.views.panel import WorkflowPage


class TrendFile(TableFile):
    """How many objects came into each state, month by month."""

    file_name = "przebieg-pracy"

    def table(self):
        """Return the trend as a Table.

        Raises:
            NotFound: the panel shows no such workflow.
        """
        page = WorkflowPage(self.context, self.request)
        rows = [
            (page.state_words[state_id], month.month, month.count)
            for state_id, months in page.figures.trend.items()
            for month in months
        ]
        return self.made(
            title=page.workflow_title,
            columns=[
                Column("state", self.words(_("State")), "text", 50),
                Column("month", self.words(_("Month")), "text", 24),
                Column("count", self.words(_("Came into it")), "number", 24),
            ],
            rows=rows,
            count=counted(len(rows), _("${count} row"), _("${count} rows (few)"), _("${count} rows (many)")),
        )
