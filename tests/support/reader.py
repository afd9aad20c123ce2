"""A browser of a person of the office that keeps to what is seen."""

from lxml import html
from plone.testing.zope import Browser
from support.people import PASSWORD
from webtest.forms import Upload


class Reader(Browser):
    """A browser that keeps to the words of the page.

    Parameters:
        app: the application.
        login: person, or None.
    """

    def __init__(self, app, login):
        super().__init__(app)
        self.handleErrors = True
        self.raiseHttpErrors = False
        self.addHeader("Accept-Language", "en")
        if login:
            self.addHeader("Authorization", f"Basic {login}:{PASSWORD}")

    @property
    def status(self):
        return int(self.headers["Status"][:3])

    @property
    def page(self):
        return html.fromstring(self.contents)

    def words(self, selector):
        """Return the text of the elements of a selector, blanks joined."""
        return [" ".join(element.text_content().split()) for element in self.page.cssselect(selector)]

    def errors(self):
        """Return the messages at fields by the name of the field."""
        fields = self.page.cssselect("[data-fieldname]")
        return {
            field.get("data-fieldname").removeprefix("form.widgets."): " ".join(error.text_content().split())
            for field in fields
            for error in field.cssselect(".qms-error")
        }

    def press(self, title):
        """Press the button with this label."""
        buttons = [button for button in self.page.cssselect("main button[name]") if title in button.text_content()]
        assert len(buttons) == 1, [button.text_content() for button in self.page.cssselect("button")]
        self.getControl(name=buttons[0].get("name")).click()

    def attach(self, field, *files):
        """Choose files, each ``(name, bytes)``, in an input that takes several.

        The browser of the tests knows such inputs only through its form.
        """
        control = self.getControl(name=f"form.widgets.{field}")
        control._form[control.name] = [Upload(name, data, "text/plain") for name, data in files]
