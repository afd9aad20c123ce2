"""A person's browser without scripts that leaves the intranet and comes back, cookies and redirects step by step."""

from lxml import html
import requests
from support.identity_provider import PASSWORD as PROVIDER_PASSWORD
from support.people import PASSWORD
from urllib.parse import urljoin


class Walker:
    """Walks as one person.

    Parameters:
        login: of the intranet.
    """

    def __init__(self, login):
        self.auth = (login, PASSWORD)
        self.session = requests.Session()
        self.session.headers.update({"Accept": "text/html", "Accept-Language": "en"})

    def open(self, address):
        """Open a page of the intranet and return the answer, redirects within it followed."""
        return self.session.get(address, auth=self.auth)

    def press(self, answer, button=None, **fields):
        """Fill in the form of an operation or of signing together, press a button, and return the answer as it is.

        Parameters:
            answer: of the page.
            button: end of its name; None for one without a name.
            fields: values by the end of the name of the input.
        """
        form = self.form(answer)
        typed = {next(found for found in form.fields if found.endswith(name)): fields[name] for name in fields}
        data = [(name, value) for name, value in form.form_values() if name not in typed] + list(typed.items())
        if button:
            found = next(found for found in form.cssselect("button[name]") if found.get("name").endswith(button))
            data.append((found.get("name"), found.get("value")))
        return self.session.post(form.action, data, auth=self.auth, allow_redirects=False)

    def form(self, answer):
        """Return the form of a page."""
        page = html.fromstring(answer.text, base_url=answer.url)
        found = page.cssselect("form.qms-operation, form.qms-signing, form.qms-review")
        assert found, (answer.url, self.words(answer, "main"))
        form = found[0]
        form.action = urljoin(answer.url, form.action)
        return form

    def field(self, answer, name):
        """Return the value of the input whose name ends so, or None where there is none."""
        form = self.form(answer)
        found = [form.fields[found] for found in form.fields if found.endswith(name)]
        return found[0] if found else None

    def asks(self, answer, name):
        """Tell whether the form has an input whose name ends so."""
        return any(found.endswith(name) for found in self.form(answer).fields)

    def buttons(self, answer):
        """Return the labels of the buttons, the first first."""
        return [" ".join(found.text_content().split()) for found in self.form(answer).cssselect("button[type=submit]")]

    def words(self, answer, selector):
        """Return the text of the elements of a selector, blanks joined."""
        return [" ".join(found.text_content().split()) for found in html.fromstring(answer.text).cssselect(selector)]

    def sign_in_at_provider(self, departed, login):
        """Follow to the provider, sign in there, and return the address to which it sends the person back."""
        assert departed.status_code == 302, departed.text
        page = self.session.get(departed.headers["Location"])
        assert "Logowanie do usług urzędu" in page.text
        values = {"login": login, "password": PROVIDER_PASSWORD}
        answer = self.session.post(page.url, values, allow_redirects=False)
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]

    def go_round(self, answer, login=None, **fields):
        """Leave a form for the provider, sign in there, and return the form as it is afterwards."""
        departed = self.press(answer, "depart", **fields)
        return self.open(self.sign_in_at_provider(departed, login or self.auth[0]))
