"""Windows of one browser for many tests: each person signs in once in a run, and what pages are made of loads once."""

import json


class Windows:
    """Windows of a browser, kept by their options with what they have loaded; cookies are those of one test.

    The sites of the tests are copies of one another, so that the session of a person is good in all of them.

    Parameters:
        chromium: the browser.
    """

    def __init__(self, chromium):
        self._chromium = chromium
        self._free = {}
        self._used = []
        self._sessions = {}

    def open(self, site, login, password, **options):
        """Return an empty page of a person.

        Parameters:
            site: address of the site.
            login: of the person; None for a stranger.
            password: of the person, given in the form of the site the first time.
            options: as for a context of Playwright.
        """
        key = json.dumps(options, sort_keys=True)
        free = self._free.setdefault(key, [])
        context = free.pop() if free else self._chromium.new_context(**options)
        self._used.append((key, context))
        page = context.new_page()
        if login is None:
            return page
        if (site, login) in self._sessions:
            context.add_cookies(self._sessions[site, login])
            return page
        page.goto(f"{site}/login")
        page.fill("[name=__ac_name]", login)
        page.fill("[name=__ac_password]", password)
        page.press("[name=__ac_password]", "Enter")
        page.wait_for_load_state()
        self._sessions[site, login] = [cookie for cookie in context.cookies() if cookie["name"] == "__ac"]
        assert self._sessions[site, login], f"{login} could not sign in at {site}"
        return page

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
