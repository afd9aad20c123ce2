"""Sentences for what ``rules`` names by codes."""

from czest.qms import _
from zope.i18n import translate
from zope.i18nmessageid import Message


ENTITLEMENT_TITLES = {
    "author": _("Author"),
    "reviewer": _("Reviewer"),
    "approver": _("Approver"),
    "quality_officer": _("Quality representative"),
    "bip_editor": _("BIP editor"),
    "archivist": _("Archivist"),
    "auditor": _("ISO auditor"),
    "internal_auditor": _("Internal auditor (public finance act)"),
}

PROBLEMS = {
    "required": _("This field must be filled in."),
    "unknown_field": _("There is no such field."),
    "wrong_type": _("The value is of the wrong type."),
    "too_long": _("The text is longer than ${limit} characters."),
    "text_form": _("The text must be one line and must not begin with =, +, - or @."),
    "symbol_form": _(
        "${text} is no symbol of a unit. Letters and digits in parts joined by hyphens are allowed; "
        "each part begins with a capital letter or a digit, for example FE-EFS.",
    ),
    "post_id_form": _(
        "${text} is no identifier of a post. Small letters without diacritics, digits and hyphens are allowed.",
    ),
    "login_form": _("${text} is no login. Letters without diacritics, digits and . _ - @ + are allowed."),
    "login_like_group": _("${login} cannot be represented: the login begins like the name of a group."),
    "login_like_kind": _("${login} cannot be represented: the login ends like a kind of documents."),
    "unknown_kind": _("There is no kind of document ${kind}."),
    "day_form": _("${text} is no date. Write it as rrrr-mm-dd, for example 2026-11-24."),
    "yes_or_no": _("${text} is neither tak nor nie."),
    "unit_exists": _("There already is a unit ${unit}."),
    "unknown_unit": _("There is no unit ${unit}."),
    "unit_without_name": _("There is no unit ${unit} and no row gives its name."),
    "circle_of_units": _("The unit ${unit} would come under itself."),
    "unit_in_use": _("${count} units or posts belong to ${unit}. Move or remove them first."),
    "post_exists": _("There already is a post ${post}."),
    "unknown_post": _("There is no post ${post}."),
    "post_without_name": _("There is no post ${post} and no row gives its name."),
    "post_of_another_unit": _("The post ${post} belongs to the unit ${unit}."),
    "post_in_use": _(
        "The post ${post} is or was held (${count} entries) and signatures may refer to it. "
        "End the appointments instead."
    ),
    "unknown_entitlement": _("Unknown entitlement: ${entitlement}."),
    "second_head": _("The unit already has a head: ${post}."),
    "head_held_by_many": _(
        "Several people hold this post at the same time, and a unit has one head. End the other appointments first."
    ),
    "head_held_by_another": _(
        "${login} heads this unit since ${since}. End that appointment first, at the latest the day before."
    ),
    "held_already": _("${login} holds this post since ${since}; the periods overlap."),
    "dates_out_of_order": _("The last day is before the first."),
    "own_rights": _("Nobody gives rights to himself: somebody else must make this change."),
    "own_deputy": _("Nobody can be their own deputy."),
    "deputyship_twice": _("${deputy} is already the deputy of ${person} in this period."),
    "circle_of_deputies": _("${deputy} is represented, directly or through others, by ${person} in this period."),
    "unknown_account": _("There is no account ${login}."),
    "contradicts_row": _("Row ${row} says otherwise."),
    "no_file": _("Choose a file."),
    "file_too_large": _("The file is larger than ${limit} bytes."),
    "file_encoding": _("The file is text neither in UTF-8 nor in Windows-1250."),
    "file_form": _("The file is no correct CSV: a quotation mark is not closed."),
    "file_separator": _("Columns must be separated by semicolons, not by commas."),
    "unknown_columns": _("Unknown columns: ${columns}."),
    "repeated_columns": _("A column occurs twice."),
    "missing_column": _("The column ${column} is missing."),
    "too_many_cells": _("Row ${row} has more cells than the header."),
    "too_many_rows": _("The file has more than ${limit} rows."),
    "no_rows": _("The file has no rows below the header."),
}

CHANGES = {
    "add_unit": _("Unit added"),
    "change_unit": _("Unit changed"),
    "remove_unit": _("Unit removed"),
    "add_post": _("Post added"),
    "change_post": _("Post changed"),
    "remove_post": _("Post removed"),
    "appoint": _("Appointed"),
    "change_tenure": _("End of appointment set"),
    "annul_tenure": _("Appointment annulled"),
    "appoint_deputy": _("Deputy appointed"),
    "end_deputy": _("End of deputyship set"),
    "annul_deputy": _("Deputyship annulled"),
}

#: What a row of an import would do.
EFFECTS = {
    "add_unit": _("New unit"),
    "change_unit": _("Change of a unit"),
    "add_post": _("New post"),
    "change_post": _("Change of a post"),
    "appoint": _("New appointment"),
    "change_tenure": _("Change of the end of an appointment"),
}

GROUPS = {
    "unit": lambda unit: f"{unit.symbol} {unit.title}",
    "authors": lambda unit: _("${unit}: authors of documents", mapping={"unit": f"{unit.symbol} {unit.title}"}),
    "post": lambda post: f"{post.title} ({post.unit})",
    "deputies": lambda represented: _("Deputies: ${represented}", mapping={"represented": represented}),
}


def sentence(problem):
    """Return the translatable sentence for a ``rules.model.Problem``."""
    return Message(PROBLEMS[problem.code], mapping=problem.values)


def entitlement_titles(entitlements, request):
    """Return the translated names of entitlements, in the order of the screens."""
    return [translate(title, context=request) for key, title in ENTITLEMENT_TITLES.items() if key in entitlements]
