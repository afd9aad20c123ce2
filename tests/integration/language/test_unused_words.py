"""Words that no document has leave the lexicon, beside others who index at the same moment."""

from czest.qms.language.unused_words import forget_unused_words
from OFS.Folder import Folder
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.ZCatalog import ZCatalog
from Products.ZCTextIndex.Lexicon import Splitter
from Products.ZCTextIndex.ZCTextIndex import PLexicon
import pytest
import transaction
from transaction.interfaces import TransientError
from ZODB import DB
from ZODB.FileStorage import FileStorage


class Text:
    """What is indexed."""

    def __init__(self, text):
        self.text = text


class Settings:
    """What ZCTextIndex asks of a new index, as attributes."""

    index_type = "Okapi BM25 Rank"
    lexicon_id = "lexicon"


class Client:
    """Indexes in transactions of its own.

    Parameters:
        database: in which the catalog is.
    """

    def __init__(self, database):
        self.manager = transaction.TransactionManager(explicit=True)
        self.manager.begin()
        self.connection = database.open(self.manager)

    @property
    def catalog(self):
        return self.connection.root()["folder"].catalog

    @property
    def lexicon(self):
        return self.catalog.lexicon

    def begin(self):
        self.manager.abort()
        self.manager.begin()

    def commit(self):
        self.manager.commit()
        self.manager.begin()

    def index(self, name, *words):
        self.catalog.catalog_object(Text(" ".join(words)), name)

    def found(self, word):
        return len(self.catalog.search({"text": word}))


#: So many that every tree has many leaves.
MANY = [f"slowo{number:05}" for number in range(3000)]


@pytest.fixture
def database(tmp_path):
    database = DB(FileStorage(str(tmp_path / "Data.fs"), pack_keep_old=False))
    with database.transaction() as connection:
        folder = connection.root()["folder"] = Folder("folder")
        folder._setObject("catalog", ZCatalog("catalog"))
        folder.catalog._setObject("lexicon", PLexicon("lexicon", "", Splitter()))
        folder.catalog.addIndex("text", "ZCTextIndex", Settings())
        folder.catalog.catalog_object(Text(" ".join(MANY)), "many")
    yield database
    database.close()


@pytest.fixture
def first(database):
    return Client(database)


@pytest.fixture
def second(database):
    return Client(database)


def test_each_word_leaves_wherever_it_stood_in_the_tree(database, first, tmp_path):
    gone = [f"{word}x" for word in MANY]
    first.index("gone", *gone)
    first.commit()
    first.catalog.uncatalog_object("gone")
    assert forget_unused_words(first.catalog) == len(gone)
    first.commit()
    database.pack()
    stored = (tmp_path / "Data.fs").read_bytes()
    assert [word for word in gone if word.encode() in stored] == []
    assert list(first.lexicon.words()) == MANY
    assert len(list(first.lexicon.wids())) == first.lexicon.length() == len(MANY)
    assert first.found(MANY[1500]) == 1


def test_nothing_is_written_where_every_word_is_used(database, first):
    before = database.lastTransaction()
    assert forget_unused_words(first.catalog) == 0
    first.commit()
    assert database.lastTransaction() == before


@pytest.fixture
def unused(first, second):
    """A word that is in the lexicon and in no document."""
    first.index("gone", "zwrot")
    first.catalog.uncatalog_object("gone")
    first.commit()
    second.begin()
    return "zwrot"


@pytest.mark.parametrize("word", ["zwrot", "nowy", MANY[7]])
def test_others_who_index_first_make_it_a_conflict(first, second, unused, word):
    second.index("another", word)
    assert forget_unused_words(first.catalog) == 1
    second.commit()
    with pytest.raises(TransientError):
        first.commit()
    first.begin()
    forget_unused_words(first.catalog)
    first.commit()
    assert first.found(word) >= 1
    assert first.lexicon.get_word(first.lexicon.get_wid(word)) == word


@pytest.mark.parametrize("word", ["zwrot", "nowy"])
def test_others_who_index_later_meet_a_conflict(first, second, unused, word):
    second.index("another", word)
    assert forget_unused_words(first.catalog) == 1
    first.commit()
    with pytest.raises(TransientError):
        second.commit()
    second.begin()
    second.index("another", word)
    second.commit()
    assert second.found(word) == 1
    assert second.lexicon.get_word(second.lexicon.get_wid(word)) == word


def test_real_catalog(portal):
    catalog = api.portal.get_tool("portal_catalog")
    with api.env.adopt_roles(["Manager"]):
        document = api.content.create(portal, "Document", title="Zwrotzwq", description="Opiszwq")
        kept = api.content.create(portal, "Document", title="Zachowanyzwq")
        api.content.delete(document)
    processQueue()
    assert {"zwrotzwq", "opiszwq", "zachowanyzwq"} <= set(catalog["qms_lexicon"].words())
    assert forget_unused_words(catalog) >= 2
    assert {"zwrotzwq", "opiszwq", "zachowanyzwq"} & set(catalog["qms_lexicon"].words()) == {"zachowanyzwq"}
    assert [brain.getPath() for brain in catalog(SearchableText="Zachowanyzwq")] == ["/".join(kept.getPhysicalPath())]
    assert forget_unused_words(catalog) == 0
