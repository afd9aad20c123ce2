"""Fields of the forms of pages: text, data of the editors, accessibility declaration."""

from czest.qms import _
from czest.qms.bulletin.declaration import STATUSES
from czest.qms.organisation.views.forms import Field


DAY = _("Written as rrrr-mm-dd, for example 2026-11-24.")
LINES = _("One item a line.")

WHAT = Field("what", _("What is changed"), _("Everybody reads it in the register of changes."))
TITLE = Field("title", _("Title of the page"))
BODY = Field("body", _("Text of the page"), kind="html")

EDITORS = (
    Field("heading-office", _("Office and editor"), kind="heading"),
    Field("office", _("Body that runs the bulletin")),
    Field("person", _("First name and surname of the editor")),
    Field("post", _("Post of the editor")),
    Field("heading-contact", _("Contact"), kind="heading"),
    Field("address", _("Address of the editors"), _("As on an envelope; several lines."), "area"),
    Field("phone", _("Telephone")),
    Field("fax", _("Fax"), optional=True),
    Field("email", _("E-mail address")),
    Field("national_page", _("Address of the national BIP page"), _("The BIP mark leads there.")),
    Field("heading-text", _("Text under the data"), kind="heading"),
)

DECLARATION = (
    Field("heading-site", _("Site and office"), kind="heading"),
    Field("entity", _("Public body")),
    Field("site_name", _("What the declaration is about"), _("For example: serwis Biuletyn Informacji Publicznej.")),
    Field("published_on", _("Date of publication of the site"), DAY, "day"),
    Field("updated_on", _("Date of the last important change"), DAY, "day"),
    Field("heading-state", _("State of digital accessibility"), kind="heading"),
    Field("status", _("Status"), kind="radio", options=tuple(STATUSES.items())),
    Field("nonconformities", _("Nonconformity with the annex"), LINES, "area", optional=True),
    Field("not_covered", _("Content not covered by the provisions"), LINES, "area", optional=True),
    Field("excessive_costs", _("Excessive costs"), LINES, "area", optional=True),
    Field(
        "assessment", _("Assessment of excessive costs"), _("Needed where such costs are named."), "area", optional=True
    ),
    Field("heading-prepared", _("How the declaration was prepared"), kind="heading"),
    Field("prepared_on", _("Date on which the declaration was prepared"), DAY, "day"),
    Field("method", _("How the site was assessed"), _("For example: samoocena podmiotu publicznego."), "area"),
    Field("heading-help", _("Conveniences, limits and other information"), kind="heading"),
    Field("conveniences", _("Conveniences and limits"), LINES, "area", optional=True),
    Field("shortcuts", _("Keyboard shortcuts"), _("Left empty, those of the browser only."), "area", optional=True),
    Field("heading-contact", _("Feedback and contact"), kind="heading"),
    Field("contact", _("Who answers for accessibility"), _("A post, or a post and a name.")),
    Field("email", _("E-mail address")),
    Field("phone", _("Telephone")),
    Field("heading-other", _("Other information"), kind="heading"),
    Field("applications", _("Mobile applications"), _("Left empty, there are none."), "area", optional=True),
    Field("architecture", _("Architectural accessibility"), kind="area"),
    Field("architecture_address", _("Address of a page with more of it"), optional=True),
    Field("communication", _("Accessibility of information and communication"), kind="area"),
    Field("heading-change", _("Description of the change"), kind="heading"),
)
