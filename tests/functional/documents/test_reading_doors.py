"""No stock door shows a draft to those who may not read it, over real HTTP (DESIGN §4)."""

import pytest
from support.office import Office
from support.office import text


#: Words that stand in a draft and in a restricted document only.
CANARIES = ("kanarektytul", "kanarektresc", "kanarek-77", "kanarekopis")
#: A word that stands in them too and is looked for, since a page repeats what was looked for.
LOOKED_FOR = "zylion"


def make_secrets(portal):
    """Make a draft, and a document in force that belongs to the Department of IT."""
    office = Office(portal)
    data = {"title": f"{LOOKED_FOR} Kanarektytul", "description": f"{LOOKED_FOR} kanarekopis"}
    body = text(f"<p>{LOOKED_FOR} kanarektresc</p>")
    drafted = office.register(login="pelnomocnik", symbol="KANAREK-77", **data)
    office.draft(drafted, login="pelnomocnik", body=body)
    restricted = office.register(
        login="pelnomocnik", symbol="KANAREK-77-2", access="distribution", distribution=["IT"], **data
    )
    office.in_force(restricted, login="pelnomocnik", body=body)
    office.in_force(office.register(title="Jawna procedura"))


@pytest.fixture
def site_begins_with(site_begins_with):
    return (*site_begins_with, make_secrets)


@pytest.fixture
def secrets(office):
    """The draft and the restricted edition, each with its document."""
    drafted, restricted = office.library["KANAREK-77"], office.library["KANAREK-77-2"]
    return [drafted, drafted.open_edition(), restricted, restricted.edition_in_force()]


CATALOG = "@@getVocabulary?name=plone.app.vocabularies.Catalog"
#: What is asked of the vocabulary of everything in the site; also what Plone itself would fail over.
CATALOG_QUESTIONS = (
    "",
    "&attributes=*",
    "&attributes=UID,Title,Description,path,getURL,id",
    '&attributes=["UID","Title","path","Creator"]&batch={"page":1,"size":500}',
    f'&attributes=UID,Title,path&query={{"criteria":[{{"i":"SearchableText","o":'
    f'"plone.app.querystring.operation.string.contains","v":"{LOOKED_FOR}"}}]}}',
    '&attributes=UID,Title,path&query={"criteria":[{"i":"portal_type","o":'
    '"plone.app.querystring.operation.selection.any","v":["Edition","Procedure"]}],"sort_on":"modified"}',
    '&attributes=Title&query={"criteria":[]}',
    f"&attributes=Title&query={LOOKED_FOR}",
    "&query={}",
    "&query={",
    '&query=["a"]',
    '&query={"criteria":5}',
    '&attributes=Title&batch={"page":1,"size":1000}',
    '&attributes=Title&batch={"page":"x","size":10}',
    "&attributes=Title&batch=x",
)


def vocabularies():
    """Yield the addresses of the doors of vocabularies."""
    for place in ("", "dokumenty/"):
        for field in ("", "&field=related_documents", "&field=title", "&field=no_such_field"):
            for more in CATALOG_QUESTIONS:
                yield f"{place}{CATALOG}{field}{more}", False
        for more in ("", "?b_size=1000", f"?title={LOOKED_FOR}", "?b_size=x"):
            yield f"{place}@vocabularies/plone.app.vocabularies.Catalog{more}", True
    yield "@vocabularies", True
    for name in ("plone.app.vocabularies.Catalog", "czest.qms.Documents", "czest.qms.Kinds", "czest.qms.Editions"):
        yield f"@vocabularies/{name}?b_size=1000", True


def vocabularies_about(secret):
    """Yield the addresses of the doors of vocabularies that ask about one object."""
    for more in CATALOG_QUESTIONS:
        yield f"{secret.absolute_url()}/{CATALOG}&field=related_documents{more}", False
    for parameter in ("token", "tokens"):
        yield f"@vocabularies/plone.app.vocabularies.Catalog?{parameter}={secret.UID()}", True
    criteria = f'[{{"i":"UID","o":"plone.app.querystring.operation.string.is","v":"{secret.UID()}"}}]'
    yield f'{CATALOG}&attributes=Title,path,UID&query={{"criteria":{criteria}}}', False


def addresses(secrets):
    """Yield the addresses of reading doors, and whether each is a door of the REST API."""
    everything, metadata = f"SearchableText={LOOKED_FOR}", "metadata_fields=_all"
    for query in (
        "",
        everything,
        f"Title={LOOKED_FOR}",
        f"Description={LOOKED_FOR}",
        "portal_type=Edition",
        "portal_type=Procedure",
        "review_state=draft",
        "path.depth=3",
        "show_inactive=1",
        "use_site_search_settings=1",
        "sort_on=modified&sort_order=descending",
        "effectiveRange=2000-01-01",
        "allowedRolesAndUsers=Manager",
    ):
        for more in (metadata, "fullobjects=1"):
            yield f"@search?{query}&{more}&b_size=100", True
            yield f"dokumenty/@search?{query}&{more}&b_size=100", True
    for place in ("", "dokumenty/"):
        for name in ("@navigation?expand.navigation.depth=5", "@contextnavigation", "@breadcrumbs", "@relations",
                     "@linkintegrity", "@types", "@actions", "@querystring", "@sources/related_documents",
                     "?fullobjects=1&metadata_fields=_all", "?expand=breadcrumbs,navigation,actions,workflow,types",
                     "@register?scope=all", f"@register?scope=all&query={LOOKED_FOR}", "@tasks", "@history",
                     "@aliases", "@site", "@navroot"):  # fmt: skip
            yield f"{place}{name}", True
        for name in ("", "view", "sitemap", "sitemap.xml.gz", "RSS", "rss.xml", "atom.xml", "itunes.xml", "search_rss",
                     "folder_contents", "listing_view", "summary_view", "tabular_view", "full_view", "folder_listing",
                     "manage_main", "objectIds", "objectValues", "contentValues", "listFolderContents",
                     "getFolderContents", "PROPFIND", "@@getSource", "recently_modified", "@@search",
                     f"@@search?{everything}", f"@@updated_search?{everything}", f"search_rss?{everything}",
                     f"livesearch_reply?q={LOOKED_FOR}", f"@@ajax-search?{everything}", f"@@qms-search?query={LOOKED_FOR}",
                     f"@@qms-suggestions?query={LOOKED_FOR}", f"register?scope=all&query={LOOKED_FOR}",
                     "register?scope=all", "@@fc-contextInfo", "@@contentbrowser", "@@plone_context_state/folder"):  # fmt: skip
            yield f"{place}{name}", False
    yield from vocabularies()
    for secret in secrets:
        address = secret.absolute_url()
        uid = secret.UID()
        yield from vocabularies_about(secret)
        yield f"resolveuid/{uid}", False
        yield f"resolveuid/{uid}", True
        yield f"@linkintegrity?uids={uid}", True
        yield f"@relations?source={uid}", True
        yield f"@relations?target={uid}", True
        yield f"@search?UID={uid}&{'fullobjects=1'}", True
        for name in ("", "@editions", "@operations", "@trail", "@workflow", "@history", "@breadcrumbs", "@types",
                     "@sharing", "@actions", "@lock", "@translations", "@relations", "@linkintegrity"):  # fmt: skip
            yield f"{address}/{name}", True
        for name in ("", "view", "edit", "title", "Title", "Description", "body", "symbol", "@@images/source_file",
                     "@@download/source_file", "@@display-file/source_file", "manage_main", "sharing", "document_view",
                     "@@operation/submit", "@@folder_contents", "pdf", "text", "print", "changes"):  # fmt: skip
            yield f"{address}/{name}", False
    for symbol in ("KANAREK-77", "KANAREK-77-2"):
        yield f"d/{symbol}", False
        yield f"d/{symbol}", True


QUERIES = (
    [{"i": "portal_type", "o": "plone.app.querystring.operation.selection.any", "v": ["Edition", "Procedure"]}],
    [{"i": "SearchableText", "o": "plone.app.querystring.operation.string.contains", "v": LOOKED_FOR}],
    [{"i": "path", "o": "plone.app.querystring.operation.string.absolutePath", "v": "/dokumenty::3"}],
)


def told(answer, path, canaries=CANARIES):
    """Return the canaries in an answer that are not in the question."""
    found = (answer.text + " ".join(f"{name}: {value}" for name, value in answer.headers.items())).casefold()
    return [canary for canary in canaries if canary in found and canary not in path.casefold()]


@pytest.mark.parametrize("person", ["pracownik", None])
def test_stock_doors_show_nothing_of_what_is_not_theirs(client, secrets, person):
    reader = client(person)
    canaries = (*CANARIES, *(secret.UID() for secret in secrets))
    leaks = []
    for path, is_rest in addresses(secrets):
        headers = {} if is_rest else {"Accept": "text/html"}
        answer = reader.get(path, headers=headers)
        if told(answer, path, canaries):
            leaks.append(f"{path}: {answer.status_code} tells {told(answer, path, canaries)}")
        if answer.status_code >= 500:
            leaks.append(f"{path}: {answer.status_code} {answer.text[:200]!r}")
    for query in QUERIES:
        for more in ({"metadata_fields": ["_all"]}, {"fullobjects": True}):
            for place in ("", "dokumenty/"):
                answer = reader.post(f"{place}@querystring-search", {"query": query, **more})
                if told(answer, "", canaries) or answer.status_code >= 500:
                    leaks.append(f"{query} {more}: {answer.status_code} {answer.text[:200]!r}")
    assert leaks == [], "\n".join(leaks)


def test_the_doors_show_it_to_whom_it_belongs(client, secrets):
    """Otherwise the test above would see nothing because there is nothing to see."""
    officer, hidden = client("pelnomocnik"), set(CANARIES)
    for path, _is_rest in addresses(secrets):
        hidden -= set(told(officer.get(path), path))
        if not hidden:
            break
    assert not hidden


@pytest.mark.parametrize(("person", "sees"), [("pelnomocnik", True), ("pracownik", False)])
def test_the_vocabulary_of_everything_shows_what_the_person_may_see(client, secrets, person, sees):
    answer = client(person).get(f"{CATALOG}&attributes=UID,Title,path")
    found = {item["UID"] for item in answer.json()["results"]}
    assert all((secret.UID() in found) is sees for secret in secrets)
    assert "Jawna procedura" in {item["Title"] for item in answer.json()["results"]}


@pytest.mark.parametrize("more", ["", "&query=[5]", '&attributes=Title&batch={"page":1,"size":1000}'])
def test_a_question_that_cannot_be_read_is_refused_with_a_sentence(client, secrets, more):
    """As stock Plone fails over them, a test that only looks for leaks would not tell."""
    answer = client("pracownik").get(f"{CATALOG}{more}", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert answer.status_code == 400
    assert "Not answered" in answer.text
