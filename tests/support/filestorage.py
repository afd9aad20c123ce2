"""The database of the functional layer put into a FileStorage, as every deployment has it."""

from plone.app.testing import PLONE_SITE_ID
from Testing.makerequest import makerequest
import transaction
from ZODB import DB
from ZODB.blob import is_blob_record
from ZODB.Connection import TransactionMetaData
from ZODB.FileStorage import FileStorage
from zope.globalrequest import setRequest
import Zope2


def copy_transactions(source, target):
    """Copy every transaction; ZODB's own way fails over the records of a storage in memory.

    A new site has no blobs.
    """
    for stored in source.iterator():
        transaction_data = TransactionMetaData(stored.user, stored.description, stored.extension)
        target.tpc_begin(transaction_data, stored.tid, stored.status)
        for record in stored:
            assert not is_blob_record(record.data)
            target.restore(record.oid, record.tid, record.data, "", None, transaction_data)
        target.tpc_vote(transaction_data)
        target.tpc_finish(transaction_data)


def move_to_file_storage(layer, folder):
    """Let the layer, and its web server, go on from a FileStorage with the same content until the end of the test.

    Parameters:
        layer: the functional layer, set up for a test in which nothing has happened yet.
        folder: Path of an empty folder.
    """
    transaction.abort()
    demo = layer["zodbDB"]
    storage = FileStorage(str(folder / "Data.fs"), blob_dir=str(folder / "blobs"))
    copy_transactions(demo.storage, storage)
    layer.tearDownEnvironment(layer["portal"])
    layer["app"].REQUEST.close()
    layer["app"]._p_jar.close()
    demo.close()
    # From here on the layer closes what it finds under these names.
    layer["zodbDB"] = DB(storage)
    app = makerequest(Zope2.app(), environ={"SERVER_NAME": layer["host"], "SERVER_PORT": str(layer["port"])})
    app.REQUEST["PARENTS"] = [app]
    setRequest(app.REQUEST)
    layer["app"], layer["request"], layer["portal"] = app, app.REQUEST, app[PLONE_SITE_ID]
    layer.setUpEnvironment(layer["portal"])
