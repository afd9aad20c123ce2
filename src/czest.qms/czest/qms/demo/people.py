"""Units, posts and accounts of the demonstration; passwords are random and written to one file."""

from czest.qms.demo.reading import data_of
from czest.qms.organisation.interfaces import IDirectory
import datetime
import json
import os
from pathlib import Path
from plone import api
import secrets
from zope.component import getUtility


#: Environment variable that says where the accounts are written.
ACCOUNTS_FILE = "QMS_DEMO_ACCOUNTS"
DEFAULT_ACCOUNTS_FILE = "var/demo-accounts.json"

#: Everybody has held the post since before the first document of the demonstration.
APPOINTED = datetime.date(2015, 1, 1)

#: Bytes of randomness in a password.
PASSWORD_BYTES = 12


def fill_directory():
    """Make units, posts, appointments and deputies."""
    directory = getUtility(IDirectory)
    organisation = data_of("organisation.json")
    for unit in organisation["units"]:
        directory.add_unit(unit["symbol"], unit["title"], unit["parent"])
    for post in organisation["posts"]:
        directory.add_post(post["id"], post["title"], post["unit"], post["head"], post["entitlements"])
        directory.appoint(post["holder"], post["id"], APPOINTED)
    for deputy in organisation["deputies"]:
        directory.appoint_deputy(
            deputy["person"],
            deputy["deputy"],
            datetime.date.fromisoformat(deputy["from"]),
            datetime.date.fromisoformat(deputy["until"]),
            deputy["mandate"],
        )


def make_accounts():
    """Make an account for the holder of each post and return ``{login: description}``."""
    return {post["holder"]: make_account(post) for post in data_of("organisation.json")["posts"]}


def make_account(post):
    """Make one account with a random password and return its description."""
    login, password = post["holder"], secrets.token_urlsafe(PASSWORD_BYTES)
    api.portal.get_tool("acl_users").userFolderAddUser(login, password, ["Member", *post["roles"]], [])
    member = api.user.get(userid=login)
    member.setMemberProperties({"fullname": post["full_name"], "email": f"{login}@urzad.example"})
    return {
        "password": password,
        "fullname": post["full_name"],
        "post": post["title"],
        "roles": sorted([*post["roles"], *post["entitlements"]]),
    }


def write_accounts(accounts):
    """Write the accounts to the file that only the owner of the process can read."""
    path = Path(os.environ.get(ACCOUNTS_FILE, DEFAULT_ACCOUNTS_FILE))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(accounts, stream, ensure_ascii=False, indent=2)
