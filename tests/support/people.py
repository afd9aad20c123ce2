"""People of a small office for the tests: accounts with posts, made through the real directory."""

from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone import api
from zope.component import getUtility


PASSWORD = "Tajne-haslo-12345"

UNITS = {"PJ": "Pełnomocnik ds. SZJ", "OR": "Wydział Organizacyjny", "IT": "Wydział Informatyki"}

#: login: (post id, post title, unit, head, entitlements)
POSTS = {
    "pelnomocnik": ("pelnomocnik", "Pełnomocnik ds. SZJ", "PJ", True, ("quality_officer",)),
    "autor": ("specjalista-szj", "Główny specjalista ds. SZJ", "PJ", False, ("author",)),
    "autor2": ("inspektor-or", "Inspektor ds. organizacyjnych", "OR", False, ("author",)),
    "sprawdzajacy": ("naczelnik-or", "Naczelnik Wydziału Organizacyjnego", "OR", True, ("reviewer",)),
    "radca": ("radca-prawny", "Radca prawny", "OR", False, ("reviewer",)),
    "zatwierdzajacy": ("sekretarz", "Sekretarz Miasta", "OR", False, ("approver",)),
    "pracownik": ("inspektor-kancelarii", "Inspektor ds. kancelarii", "OR", False, ()),
    "informatyk": ("informatyk", "Informatyk", "IT", False, ()),
    "redaktor-bip": ("redaktor-bip", "Redaktor BIP", "OR", False, ("bip_editor",)),
    "archiwista": ("archiwista", "Archiwista zakładowy", "OR", False, ("archivist",)),
    "auditor": ("auditor", "Auditor wewnętrzny ISO", "PJ", False, ("auditor",)),
}


def hire_everybody(portal=None):
    """Make the units, posts and accounts in the present site."""
    directory = getUtility(IDirectory)
    for symbol, title in UNITS.items():
        directory.add_unit(symbol, title)
    for login, (post, title, unit, head, entitlements) in POSTS.items():
        directory.add_post(post, title, unit, head, entitlements)
        directory.appoint(login, post, datetime.date(2015, 1, 1))
        add_account(login, title)
    add_account("administrator", "Administrator systemu", ("Site Administrator",))
    add_account("manager", "Manager", ("Manager",))


def add_account(login, full_name, roles=()):
    """Make an account with Plone roles besides Member."""
    api.portal.get_tool("acl_users").userFolderAddUser(login, PASSWORD, ["Member", *roles], [])
    api.user.get(userid=login).setMemberProperties({"fullname": full_name, "email": f"{login}@urzad.example"})
