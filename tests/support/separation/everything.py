"""Everything that anybody could ask the bulletin for, in a fixed order."""

from support.separation.asking import Question
from urllib.parse import quote


#: Methods that change something, or that tell about the inside.
OTHER_METHODS = ("POST", "PUT", "PATCH", "DELETE", "PROPFIND", "PROPPATCH", "OPTIONS", "TRACE", "MKCOL", "LOCK", "UNLOCK",
                 "COPY", "MOVE", "CONNECTED", "REPORT", "SEARCH", "PURGE")  # fmt: skip

TRAVERSERS = ("acquire", "add", "api", "attribute", "contextportlets", "etc", "item", "namespace", "plone", "resource", "rule",
              "skin", "theme", "unique", "vh", "view", "widget")  # fmt: skip

#: Ways to ask for what stands beside or above the site.
ELSEWHERE = ("/", "/qms", "/qms/", "/qms/dokumenty", "/qms/@search", "/qms/@users", "/qms/login", "/bip/qms",
             "/bip/qms/dokumenty", "/bip/dokumenty/qms", "/bip/dokumenty/qms/dokumenty", "/bip/bip", "/bip/bip/qms",
             "/bip/strony/dokumenty", "/bip/dokumenty/bip/dokumenty", "/bip/../qms", "/bip/%2e%2e/qms", "/bip//qms",
             "/bip/dokumenty/../../qms", "/Control_Panel", "/Control_Panel/Database/main/manage_main",
             "/bulletin-database", "/bulletin-database/qms", "/manage", "/manage_main", "/bip/manage_main",
             "/acl_users/manage_users", "/bip/acl_users/source_users/listUserIds", "/bip/portal_catalog/searchResults",
             "/bip/portal_setup/manage_exportAllSteps", "/bip/portal_memberdata", "/bip/Members", "/bip/author/autor",
             "/bip/@@author/autor", "/bip/@users/autor", "/bip/@principals?search=a", "/bip/@actions", "/bip/@types",
             "/bip/@registry", "/bip/@vocabularies", "/bip/@querystring-search", "/bip/@system", "/bip/@database",
             "/bip/@controlpanels", "/bip/@site", "/bip/@history", "/bip/@trail", "/bip/@operations", "/bip/@publication",
             "/bip/%40%40search", "/bip/@@", "/bip/@@/", "/favicon.ico", "/.well-known/security.txt")  # fmt: skip

VIRTUAL = ("/VirtualHostBase/http/qms.example:80/VirtualHostRoot/",
           "/VirtualHostBase/http/qms.example:80/qms/VirtualHostRoot/",
           "/VirtualHostBase/http/qms.example:80/qms/VirtualHostRoot/dokumenty",
           "/VirtualHostBase/https/bip.example:443/bip/VirtualHostRoot/",
           "/VirtualHostBase/https/bip.example:443/bip/VirtualHostRoot/qms",
           "/VirtualHostBase/https/bip.example:443/bip/VirtualHostRoot/_vh_x/sitemap.xml",
           "/VirtualHostBase/https/bip.example:443/bip/dokumenty/VirtualHostRoot/qms",
           "/bip/VirtualHostBase/http/qms.example:80/VirtualHostRoot/qms")  # fmt: skip

#: Questions that make a server stumble.
STUMBLING = ("/bip/szukaj?q=%00", "/bip/szukaj?q=%ff%fe", "/bip/szukaj?q:int=a", "/bip/szukaj?q:list=a&q:list=b",
             "/bip/szukaj?q.title:record=x", "/bip/szukaj?q:utf8:ustring=x", "/bip/szukaj?b_start=-1",
             "/bip/szukaj?q=%22%28%2a%29%20AND%20OR%20NOT", "/bip/@search?b_size=x", "/bip/@search?b_start=99999999999999",
             "/bip/@search?fullobjects=1&metadata_fields=_all", "/bip/@search?sort_on=UID&sort_limit=1",
             "/bip/?manage_main:method=x", "/bip/?:method=manage_main", "/bip/?manage_main:action=x", "/bip/?-C",
             "/bip/?debug=1&ajax_load=1&portal_skin=x", "/bip/?_authenticator=x&form.submitted=1", "/bip/?x:date=x",
             "/bip/?came_from=http://qms.example/", "/bip/rejestr-zmian?miesiac=x", "/bip/rejestr-zmian?miesiac=0000-00",
             "/bip/menu/%2e%2e", "/bip/%", "/bip/%zz", "/bip/%c0%ae%c0%ae/", "/bip/dokumenty/%00", "/bip/" + "a" * 1900,
             "/bip/" + "b" * 9000, "/bip/" + "a/" * 300, "/bip/zasoby/../../outermost.py",
             "/bip/zasoby/%2e%2e%2f%2e%2e%2fzope.conf", "/bip/zasoby//etc/passwd", "/bip;x=1", "/bip/;/qms")  # fmt: skip

ACCEPT = ("Accept", "application/json")
#: What a request may say of itself.
HEADERS = (ACCEPT, ("Accept", "*/*;q=x"), ("Accept-Language", "en"), ("Accept-Encoding", "gzip, br"),
           ("Authorization", "Basic YWRtaW46YWRtaW4="), ("Cookie", "__ac=x; statusmessages=x; plone-toolbar={}"),
           ("Range", "bytes=0-10"), ("Range", "bytes=99999999-"), ("If-Modified-Since", "x"), ("If-None-Match", "*"),
           ("X-HTTP-Method-Override", "DELETE"), ("X-Original-URL", "/qms"), ("X-Forwarded-Host", "qms.example"),
           ("X-Forwarded-For", "10.0.0.1"), ("X-Plone-Skin", "x"), ("Depth", "1"), ("Translate", "f"),
           ("Expect", "x"), ("Upgrade", "websocket"))  # fmt: skip


def everything(names, linked, secrets, full):
    """Yield the Questions; the same ones for the same arguments.

    Parameters:
        names: what ``support.separation.names`` printed.
        linked: targets that links lead to.
        secrets: words to ask for: UIDs, symbols and logins of the inside.
        full: True to ask for every name in every way and place; else each in one of them.
    """
    for target in [*linked, *ELSEWHERE, *VIRTUAL, *STUMBLING]:
        yield Question(target)
    places = _places(names)
    yield from _by_name(names["views"], places, full)
    for place in ("", "/bip", places[-1]):
        for name in sorted({*names["root"], *names["site"], *names["attributes"]}):
            if full or place == "/bip":
                yield Question(f"{place}/{quote(name)}")
    for name in names["site"]:
        yield Question(f"/bip/{quote(name)}/manage_main")
    yield from _traversers(full)
    yield from _searches(names, secrets, full)
    yield from _of_objects([*names["uids"], *secrets], full)
    yield from _headers(linked, full)


def _places(names):
    """Return a document's entry last, and what is above it first."""
    entry = max(names["paths"], key=lambda path: (path.count("/"), path))
    above = entry.rpartition("/")[0]
    return ["/bip", "/bip/dokumenty", above, entry]


def _by_name(names, places, full):
    """Ask for each registered name, as a view, as a service and as content; in turn unless fully."""
    forms = ("@@{}", "{}", "++view++{}")
    ways = [(place, form) for place in places for form in forms]
    for number, name in enumerate(names):
        for place, form in ways if full else [ways[number % 8]]:
            target = f"{place}/{form.format(quote(name))}"
            yield Question(target, headers=(ACCEPT,) if name.startswith("@") else ())


def _traversers(full):
    for number, name in enumerate(TRAVERSERS):
        for place in ("", "/bip", "/bip/dokumenty") if full else [("", "/bip")[number % 2]]:
            for rest in ("", "qms", "qms/dokumenty"):
                yield Question(f"{place}/++{name}++{rest}")


def _searches(names, secrets, full):
    """Ask the search by every index and column, for what is inside."""
    for number, name in enumerate(names["indexes"]):
        for secret in secrets if full else [secrets[number % len(secrets)]]:
            value = quote(secret)
            yield Question(f"/bip/@search?{name}={value}&metadata_fields={name}&sort_on={name}", headers=(ACCEPT,))
    for secret in secrets:
        yield Question(f"/bip/szukaj?q={quote(secret)}")
        yield Question(f"/bip/@search?q={quote(secret)}&archived=1")


def _of_objects(uids, full):
    for number, uid in enumerate(uids):
        ways = (f"/bip/resolveuid/{uid}", f"/bip/@@resolveuid/{uid}", f"/bip/resolveUid/{uid}", f"/resolveuid/{uid}",
                f"/bip/dokumenty/{uid}", f"/bip/@users/{uid}", f"/bip/dokumenty/resolveuid/{uid}/view")  # fmt: skip
        for target in ways if full else [ways[number % len(ways)]]:
            yield Question(target)


def _headers(linked, full):
    targets = linked if full else [*linked[:1], *linked[-2:], "/qms"]
    for target in targets:
        for header in HEADERS:
            yield Question(target, headers=(header,))
        yield Question(target, "HEAD")


def forbidden(targets):
    """Yield Questions by methods other than GET and HEAD.

    Parameters:
        targets: where they are asked.
    """
    for target in targets:
        for method in OTHER_METHODS:
            body = b'{"title": "x"}' if method in ("POST", "PUT", "PATCH") else None
            headers = (("Content-Type", "application/json"), ACCEPT) if body else (("Depth", "1"),)
            yield Question(target, method, headers, body)
