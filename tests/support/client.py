"""A client of the REST API, as a program outside would be."""

import base64
import requests
from support.people import PASSWORD


class Client:
    """Calls the site as one person.

    Parameters:
        site: address of the site.
        login: person; None for nobody.
        password: password of that person.
    """

    def __init__(self, site, login, password=PASSWORD):
        self.site = site
        self.session = requests.Session()
        self.session.headers["Accept"] = "application/json"
        if login:
            self.session.auth = (login, password)

    def call(self, method, path, json=None, **options):
        address = path if path.startswith("http") else f"{self.site}/{path.lstrip('/')}"
        return self.session.request(method, address, json=json, allow_redirects=False, **options)

    def get(self, path, **options):
        return self.call("GET", path, **options)

    def post(self, path, json=None, **options):
        return self.call("POST", path, json, **options)

    def patch(self, path, json=None, **options):
        return self.call("PATCH", path, json, **options)

    def operate(self, path, operation_id, **body):
        return self.post(f"{path}/@operations/{operation_id}", body)


def upload(filename, data, content_type):
    """Return the JSON form of a file."""
    return {
        "filename": filename,
        "content-type": content_type,
        "encoding": "base64",
        "data": base64.b64encode(data).decode("ascii"),
    }
