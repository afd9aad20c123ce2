"""``@@workflow-trend.csv``: the trend of a workflow as a file."""

from czest.qms import _
from czest.qms.language.numerals import counted
from czest.qms.register.exporting import TableFile
from czest.qms.tables.table import Column
from czest.qms.workflows.definitions import words_of
from czest.qms.workflows.figures import figures_of
from plone import api
from zExceptions import NotFound
from zope.i18n import translate


class TrendFile(TableFile):
    """One row for each month, oldest first, and one column for each state; the parameter ``workflow`` says of which.

    Raises:
        NotFound: there is no such workflow, or its trend is not measured.
    """

    file_name = "przebieg-miesiace"

    def table(self):
        definition, figures = self._figures()
        titles = words_of(definition)
        columns = [Column("month", self.words(_("Month")))]
        columns += [Column(state, self._title(titles[state]), "number") for state in figures.trend]
        rows = [
            (months[0].month, *(month.count for month in months))
            for months in zip(*figures.trend.values(), strict=True)
        ]
        return self.made(
            title=self._title(definition.title),
            columns=columns,
            rows=rows,
            count=counted(len(rows), _("${count} month"), _("${count} months (few)"), _("${count} months (many)")),
            choices=[_("how many entered each state")],
        )

    def _figures(self):
        asked = self.request.form.get("workflow", "")
        tool = api.portal.get_tool("portal_workflow")
        if not isinstance(asked, str) or asked not in tool.objectIds():
            raise NotFound("workflow")
        return tool[asked], figures_of(asked)

    def _title(self, title):
        return translate(title, domain="czest.qms", context=self.request)
