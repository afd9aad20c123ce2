"""Windows of one browser for many tests: what pages are made of loads once in a run."""

import json


class Windows:
    """Windows of a browser, kept by their options with what they have loaded; cookies are those of one test.

    Parameters:
        chromium: the browser.
    """

    def __init__(self, chromium):
        self._chromium = chromium
        self._free = {}
        self._used = []

    def open(self, site, login, password, **options):
        """Return an empty page of a person, who has sent the form of the site; ``test_sign_in`` fills it in.

        Parameters:
            site: address of the site.
            login: of the person; None for a stranger.
            password: of the person.
            options: as for a context of Playwright.
        """
        key = json.dumps(options, sort_keys=True)
        free = self._free.setdefault(key, [])
        context = free.pop() if free else self._chromium.new_context(**options)
        self._used.append((key, context))
        if login is not None:
            form = {"__ac_name": login, "__ac_password": password, "buttons.login": "1"}
            context.request.post(f"{site}/login", form=form, max_redirects=0)
            assert "__ac" in {cookie["name"] for cookie in context.cookies()}, f"{login} is not signed in at {site}"
        return context.new_page()

    def put_away(self):
        """Close all pages; the next test finds nothing but what is loaded from the site for everybody."""
        for key, context in self._used:
            for page in context.pages:
                page.close()
            context.clear_cookies()
            context.clear_permissions()
            self._free[key].append(context)
        self._used.clear()

    def close(self):
        """Close all windows."""
        for contexts in self._free.values():
            for context in contexts:
                context.close()
