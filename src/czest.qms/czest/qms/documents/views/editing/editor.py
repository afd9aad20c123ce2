"""The editor of the text: it offers what the cleaning of texts keeps, and nothing else."""

from czest.qms import _
from plone.app.z3cform.widgets.richtext import RichTextWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.i18n import translate
from zope.interface import implementer


PLUGINS = ["lists", "link", "table", "autoresize"]
TOOLBAR = "undo redo | blocks | bold italic subscript superscript | bullist numlist outdent indent | link unlink | table | removeformat"
VALID_ELEMENTS = (
    "h2,h3,h4,p,br,ul,ol[start],li,strong/b,em/i,sub,sup,a[href],"
    "table,caption,thead,tbody,tr,th[colspan|rowspan|scope],td[colspan|rowspan]"
)
#: What the editor may not do; the names are TinyMCE's.
OFF = ("menubar", "contextmenu", "statusbar", "table_style_by_css", "table_appearance_options", "paste_data_images")
BLOCKS = (
    (_("Paragraph"), "p"),
    (_("Heading of a section"), "h2"),
    (_("Heading"), "h3"),
    (_("Smaller heading"), "h4"),
)


class DraftTextWidget(RichTextWidget):
    """Plone's widget with few tools."""

    def get_pattern_options(self):
        """Return Plone's options, narrowed."""
        options = super().get_pattern_options()
        blocks = ";".join(f"{translate(title, context=self.request)}={tag}" for title, tag in BLOCKS)
        options["tiny"] = {
            **options.get("tiny", {}),
            "plugins": PLUGINS,
            "toolbar": TOOLBAR,
            "block_formats": blocks,
            "iframe_attrs": {"title": self.label},
            "valid_elements": VALID_ELEMENTS,
            "min_height": 420,
            "autoresize_max_height": 900,
            "table_default_attributes": {},
            "table_toolbar": "",
            "link_target_list": False,
            "link_title": False,
            **dict.fromkeys(OFF, False),
        }
        return options


@implementer(IFieldWidget)
def DraftTextFieldWidget(field, request):
    """Return the editor of a text."""
    return FieldWidget(field, DraftTextWidget(request))
