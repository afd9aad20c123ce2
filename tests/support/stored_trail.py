"""A trail in a real file storage, for the tests of what happens to the database."""

from czest.qms.evidence import head_log
from czest.qms.evidence import verification
from czest.qms.evidence.trail import Trail
import datetime
import transaction
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage


DAY = datetime.date(2026, 11, 24)


class Site:
    """A database with a trail in it, and connections of their own to it."""

    def __init__(self, path):
        self.database = DB(FileStorage(str(path)))
        self.connections = []
        trail = self.connect()
        trail._p_jar.transaction_manager.commit()

    def connect(self):
        connection = self.database.open(transaction.TransactionManager())
        self.connections.append(connection)
        root = connection.root()
        if "trail" not in root:
            root["trail"] = Trail()
            connection.add(root["trail"])
        return root["trail"]

    def undo_last(self, back=0):
        identifier = self.database.undoInfo(0, 10)[back]["id"]
        manager = transaction.TransactionManager()
        self.database.undo(identifier, manager.get())
        manager.commit()

    def close(self):
        for connection in self.connections:
            connection.transaction_manager.abort()
            connection.close()
        self.database.close()


def append(trail, uid="u1", operation="save", **values):
    return trail.append(uid, label=f"PS-{uid}", operation=operation, actor="autor", **values)


def commit(trail):
    trail._p_jar.transaction_manager.commit()


def begin(trail):
    trail._p_jar.transaction_manager.begin()


def append_and_commit(trail, count=1, uid="u1"):
    for _number in range(count):
        append(trail, uid)
        commit(trail)


def texts(trail, uid="u1"):
    return trail._chains[uid].texts


def breaks():
    return [(found.label, found.seq) for found in verification.broken_chains()]


def logged(uid="u1"):
    return [head.seq for head in head_log.read(uid).heads]
