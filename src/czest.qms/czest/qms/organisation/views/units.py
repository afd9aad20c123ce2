"""Forms of units."""

from czest.qms import _
from czest.qms.organisation.rules import checks
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.removal import Removal


class UnitForm(OfficerForm):
    """What adding and changing a unit share."""

    def unit_fields(self, excluded=()):
        units = [(unit.symbol, f"{unit.symbol} {unit.title}") for unit in self.directory.units()]
        options = (("", _("none: a unit on top")), *(pair for pair in units if pair[0] not in excluded))
        return (
            Field("title", _("Name of the unit")),
            Field("parent", _("Unit above"), kind="choice", options=options, optional=True),
        )


class AddUnit(UnitForm):
    """Adds a unit."""

    title = _("Add a unit")
    action = _("Add the unit")
    done = _("The unit was added.")

    def fields(self):
        hint = _("For example OR or FE-EFS. It cannot be changed later: documents and rights refer to it.")
        return (Field("symbol", _("Symbol"), hint), *self.unit_fields())

    def initial(self):
        return {"parent": self.request.form.get("parent", "")}

    def save(self):
        self.directory.add_unit(self.values["symbol"], self.values["title"], self.values["parent"] or None)


class ChangeUnit(UnitForm):
    """Changes the name and the place of a unit."""

    action = _("Save the unit")
    done = _("The unit was saved.")
    kept = ("symbol",)

    @property
    def unit(self):
        return self.requested(self.organisation.units, "symbol")

    @property
    def title(self):
        return _("Change the unit ${unit}", mapping={"unit": self.unit.symbol})

    def fields(self):
        symbol = self.unit.symbol
        return self.unit_fields({symbol, *(unit.symbol for _depth, unit in self.organisation.tree(symbol))})

    def initial(self):
        return {"title": self.unit.title, "parent": self.unit.parent or ""}

    def save(self):
        self.directory.change_unit(self.unit.symbol, self.values["title"], self.values["parent"] or None)


class RemoveUnit(Removal):
    """Removes a unit that has neither units nor posts."""

    action = _("Remove the unit")
    done = _("The unit was removed.")
    kept = ("symbol",)

    @property
    def unit(self):
        return self.requested(self.organisation.units, "symbol")

    @property
    def title(self):
        return _("Remove the unit ${unit}", mapping={"unit": f"{self.unit.symbol} {self.unit.title}"})

    def obstacles(self):
        return checks.unit_removal_problems(self.organisation, self.unit.symbol)

    def save(self):
        self.directory.remove_unit(self.unit.symbol)
