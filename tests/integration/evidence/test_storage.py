"""The trail in a real file storage: what is undone, edited or dropped in the database is named."""

import base64
from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.evidence import checkpoint_files
from czest.qms.evidence import head_log
from czest.qms.evidence import verification
from czest.qms.evidence.checkpoint import take_checkpoint
from czest.qms.evidence.rules import chains
from czest.qms.evidence.rules import sealing
from czest.qms.evidence.trail import Trail
import datetime
import json
import pytest
import transaction
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from ZODB.POSException import UndoError


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


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path / "Data.fs")
    yield site
    site.close()


@pytest.fixture
def trail(site, monkeypatch):
    trail = site.connect()
    monkeypatch.setattr(verification, "queryUtility", lambda interface: trail)
    return trail


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


class TestAppend:
    def test_an_entry_says_what_it_was_told(self, trail):
        with clock.stopped_at(datetime.datetime(2026, 11, 24, 8, 0, 7, tzinfo=datetime.UTC)):
            entry = append(trail, object_uid="e1", edition="6/1", reason="why", rule="four-eyes", digest="d")
        assert entry == trail.head("u1")
        assert (entry.time, entry.object_uid, entry.edition) == ("2026-11-24T08:00:07.000000Z", "e1", "6/1")

    def test_the_object_is_that_of_the_chain_unless_said_otherwise(self, trail):
        assert append(trail).object_uid == "u1"

    def test_a_chain_is_read_back_in_order(self, trail):
        written = [append(trail, operation=operation) for operation in ("register", "save", "submit")]
        assert trail.entries("u1") == written
        assert trail.stored("u1", 2, 3) == [(2, written[1]), (3, written[2])]
        assert trail.length("u1") == 3

    def test_an_unknown_chain_is_empty(self, trail):
        assert (trail.entries("x"), trail.stored("x"), trail.length("x")) == ([], [], 0)
        assert (trail.head("x"), trail.label("x")) == (None, None)
        assert trail.verify("x").valid

    def test_a_chain_keeps_the_latest_label(self, trail):
        trail.append("u1", label="", operation="register", actor="autor")
        trail.append("u1", label="PS-07", operation="save", actor="autor")
        assert trail.label("u1") == "PS-07"

    def test_a_damaged_end_is_not_built_upon(self, trail):
        append_and_commit(trail)
        texts(trail)[1] = "damaged"
        with pytest.raises(sealing.UnreadableEntry):
            append(trail)

    def test_one_entry_more_does_not_rewrite_the_chain(self, site, trail):
        append_and_commit(trail, 200)
        before = site.database.getSize()
        append_and_commit(trail, 1)
        one_more = site.database.getSize() - before
        total_of_texts = sum(len(text) for text in texts(trail).values())
        assert one_more < total_of_texts / 2


class TestHeadLog:
    def test_every_committed_entry_is_logged(self, trail):
        append(trail)
        append(trail)
        append(trail, "u2")
        commit(trail)
        append_and_commit(trail)
        assert [(head.uid, head.label, head.seq) for head in head_log.read().heads] == [
            ("u1", "PS-u1", 1),
            ("u1", "PS-u1", 2),
            ("u2", "PS-u2", 1),
            ("u1", "PS-u1", 3),
        ]
        assert [head.hash for head in head_log.read("u1").heads] == [entry.hash for entry in trail.entries("u1")]

    def test_an_aborted_entry_is_not_logged(self, trail):
        append(trail)
        trail._p_jar.transaction_manager.abort()
        append_and_commit(trail, uid="u2")
        assert (logged("u1"), logged("u2")) == ([], [1])

    def test_an_entry_that_a_savepoint_took_back_is_not_logged(self, trail):
        append_and_commit(trail)
        savepoint = trail._p_jar.transaction_manager.savepoint()
        append(trail, reason="taken back")
        append(trail, "u2")
        savepoint.rollback()
        kept = append(trail, reason="kept")
        commit(trail)
        assert logged("u2") == []
        assert [head.hash for head in head_log.read("u1").heads][1:] == [kept.hash]
        assert breaks() == []

    def test_an_entry_of_a_later_hook_is_logged_too(self, trail):
        append(trail)
        trail._p_jar.transaction_manager.get().addBeforeCommitHook(append, (trail,))
        commit(trail)
        assert logged() == [1, 2]

    def test_a_transaction_that_lost_a_conflict_is_not_logged(self, site, trail):
        append_and_commit(trail)
        other = site.connect()
        append(trail)
        append(other)
        commit(other)
        with pytest.raises(ConflictError):
            commit(trail)
        assert logged() == [1, 2]

    def test_a_log_that_cannot_be_written_does_not_break_the_commit(self, trail, monkeypatch, tmp_path, caplog):
        (tmp_path / "file").touch()
        monkeypatch.setenv(head_log.VARIABLE, str(tmp_path / "file" / "heads.jsonl"))
        append_and_commit(trail)
        assert trail.length("u1") == 1
        assert "not written" in caplog.text


class TestConcurrency:
    def test_two_new_chains_in_an_empty_trail_both_commit(self, site):
        first, second = site.connect(), site.connect()
        append(first, "u1")
        append(second, "u2")
        commit(first)
        commit(second)
        assert sorted(site.connect().uids()) == ["u1", "u2"]

    def test_a_new_chain_and_an_old_one_both_commit(self, site, trail):
        append_and_commit(trail)
        other = site.connect()
        append(trail, "u1")
        append(other, "u2")
        commit(other)
        commit(trail)
        assert breaks() == []
        begin(trail)
        assert (trail.length("u1"), trail.length("u2")) == (2, 1)

    def test_two_old_chains_both_commit(self, site, trail):
        append_and_commit(trail, uid="u1")
        append_and_commit(trail, uid="u2")
        other = site.connect()
        append(trail, "u1")
        append(other, "u2")
        commit(other)
        commit(trail)
        assert logged("u1") == logged("u2") == [1, 2]

    @pytest.mark.parametrize("already", [0, 1, 60, 100])
    def test_two_entries_of_one_chain_conflict_and_after_a_retry_both_are_there(self, site, trail, already):
        append_and_commit(trail, already)
        other = site.connect()
        append(trail, operation="submit")
        append(other, operation="save")
        commit(other)
        with pytest.raises(ConflictError):
            commit(trail)
        trail._p_jar.transaction_manager.abort()
        append(trail, operation="submit")
        commit(trail)
        assert [entry.operation for entry in trail.entries("u1")][already:] == ["save", "submit"]
        assert trail.verify("u1").valid


class TestVerify:
    def test_a_whole_chain_is_whole(self, trail):
        append_and_commit(trail, 3)
        report = trail.verify("u1")
        assert (report.valid, report.entries, report.head, report.unlogged) == (True, 3, trail.head("u1").hash, 0)
        assert breaks() == []

    def test_an_undone_transaction_is_named(self, site, trail):
        append_and_commit(trail, 3)
        site.undo_last()
        begin(trail)
        assert trail.length("u1") == 2
        assert trail.verify("u1").first_broken == 3
        assert breaks() == [("PS-u1", 3)]

    def test_an_undone_transaction_is_named_after_later_entries_too(self, site, trail):
        append_and_commit(trail, 3)
        site.undo_last()
        begin(trail)
        with clock.stopped_at(datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)):
            append_and_commit(trail, 2)
        assert trail.length("u1") == 4
        assert breaks() == [("PS-u1", 3)]

    def test_an_entry_under_later_ones_cannot_be_undone(self, site, trail):
        append_and_commit(trail, 3)
        with pytest.raises(UndoError):
            site.undo_last(back=1)

    def test_a_chain_that_vanished_wholly_is_named(self, site, trail):
        append_and_commit(trail, uid="u1")
        append_and_commit(trail, uid="u2")
        site.undo_last()
        begin(trail)
        assert list(trail.uids()) == ["u1"]
        assert breaks() == [("PS-u2", 1)]

    def test_a_trail_that_vanished_wholly_is_named(self, trail, monkeypatch):
        append_and_commit(trail)
        monkeypatch.setattr(verification, "queryUtility", lambda interface: None)
        assert breaks() == [("PS-u1", 1)]

    def test_an_edited_entry_is_named(self, trail):
        append_and_commit(trail, 3)
        texts(trail)[2] = texts(trail)[2].replace('"save"', '"approve"')
        commit(trail)
        assert trail.verify("u1").first_broken == 2
        assert breaks() == [("PS-u1", 2)]

    def test_a_damaged_entry_is_named(self, trail):
        append_and_commit(trail, 3)
        texts(trail)[2] = "damaged"
        commit(trail)
        assert breaks()[0] == ("PS-u1", 2)
        assert trail.stored("u1", 2, 2) == [(2, None)]

    def test_a_dropped_entry_is_named(self, trail):
        append_and_commit(trail, 3)
        del texts(trail)[2]
        commit(trail)
        assert breaks() == [("PS-u1", 2)]

    def test_a_renumbered_entry_is_named(self, trail):
        append_and_commit(trail, 3)
        texts(trail)[7] = texts(trail).pop(3)
        commit(trail)
        assert breaks()[0] == ("PS-u1", 3)

    def test_an_entry_put_before_the_first_is_named(self, trail):
        append_and_commit(trail, 2)
        texts(trail)[0] = texts(trail)[1]
        commit(trail)
        assert breaks()[0] == ("PS-u1", 1)

    def test_chains_that_changed_places_are_named(self, trail):
        append_and_commit(trail, uid="u1")
        append_and_commit(trail, uid="u2")
        chains = trail._chains
        chains["u1"], chains["u2"] = chains["u2"], chains["u1"]
        commit(trail)
        assert [seq for _label, seq in breaks()] == [1, 1]

    def test_an_entry_rewritten_with_all_after_it_is_named(self, trail):
        append_and_commit(trail, 3)
        entries = trail.entries("u1")
        trail._chains = OOBTree()
        for entry in entries:
            with clock.stopped_at(datetime.datetime.fromisoformat(entry.time)):
                append(trail, reason="rewritten" if entry.seq == 2 else "")
        # Whoever writes into the database file leaves no line in the log.
        trail._p_jar.transaction_manager.get()._before_commit.clear()
        commit(trail)
        assert chains.verify_chain(trail.entries("u1")).valid
        assert breaks() == [("PS-u1", 2), ("PS-u1", 3)]

    def test_a_log_read_later_than_the_database_is_no_break(self, site, trail):
        append_and_commit(trail, 2)
        begin(trail)
        assert trail.length("u1") == 2
        append_and_commit(site.connect(), 1)
        assert logged() == [1, 2, 3]
        assert trail.verify("u1").valid
        assert breaks() == []

    def test_an_entry_lost_by_the_log_alone_is_no_break(self, trail, head_log_outside_the_tree):
        append_and_commit(trail, 2)
        head_log_outside_the_tree.unlink()
        assert breaks() == []
        assert trail.verify("u1").unlogged == 2

    def test_garbage_in_the_log_is_named(self, trail, head_log_outside_the_tree):
        append_and_commit(trail)
        with head_log_outside_the_tree.open("a") as file:
            file.write("garbage\n")
        assert breaks() == [("trail-heads.jsonl:2", None)]

    def test_many_chains_are_verified_with_few_in_memory(self, trail, monkeypatch):
        monkeypatch.setattr(verification, "CHAINS_IN_MEMORY", 2)
        for number in range(5):
            append(trail, f"u{number}")
        commit(trail)
        texts(trail, "u3")[1] = "damaged"
        commit(trail)
        assert {label for label, _seq in breaks()} == {"PS-u3"}

    def test_reading_writes_nothing(self, site, trail):
        append_and_commit(trail)
        before = site.database.lastTransaction()
        trail.verify("u1")
        breaks()
        commit(trail)
        assert site.database.lastTransaction() == before


class TestCheckpoint:
    def test_it_holds_all_heads_and_follows_the_one_before(self, trail):
        append_and_commit(trail, 2, "u1")
        append_and_commit(trail, 1, "u2")
        first = json.loads(take_checkpoint(trail, DAY).read_text())
        second = json.loads(take_checkpoint(trail, DAY + datetime.timedelta(1)).read_text())
        assert [(head["uid"], head["label"], head["seq"]) for head in first["heads"]] == [
            ("u1", "PS-u1", 2),
            ("u2", "PS-u2", 1),
        ]
        assert first["heads"][0]["hash"] == trail.head("u1").hash
        assert (first["previous"], second["previous"]) == (None, first["digest"])

    def test_a_day_is_done_once(self, trail):
        append_and_commit(trail)
        path = take_checkpoint(trail, DAY)
        before = path.read_bytes()
        append_and_commit(trail)
        assert take_checkpoint(trail, DAY) is None
        assert take_checkpoint(trail, DAY - datetime.timedelta(1)) is None
        assert path.read_bytes() == before
        assert checkpoint_files.paths() == [path]

    def test_of_two_who_take_it_at_once_one_does(self, trail, monkeypatch):
        append_and_commit(trail)
        monkeypatch.setattr(checkpoint_files, "paths", lambda: [])
        taken = [take_checkpoint(trail, DAY), take_checkpoint(trail, DAY)]
        assert taken == [checkpoint_files.file_of(DAY), None]

    def test_the_log_begins_anew_and_nothing_is_forgotten(self, site, trail, head_log_outside_the_tree):
        append_and_commit(trail, 3)
        take_checkpoint(trail, DAY)
        assert logged() == []
        archive = head_log_outside_the_tree.with_name("trail-heads-2026-11-24.jsonl")
        assert [head.seq for head in head_log.parse(archive.read_bytes()).heads] == [1, 2, 3]
        assert breaks() == []
        site.undo_last()
        begin(trail)
        assert trail.verify("u1").first_broken == 3
        assert breaks() == [("PS-u1", 3)]

    def test_the_log_of_a_broken_trail_is_kept(self, site, trail):
        append_and_commit(trail, 3)
        site.undo_last()
        begin(trail)
        take_checkpoint(trail, DAY)
        assert logged() == [1, 2, 3]
        assert breaks() == [("PS-u1", 3)]

    def test_a_head_that_cannot_be_read_is_left_out(self, trail):
        append_and_commit(trail, uid="u1")
        append_and_commit(trail, uid="u2")
        texts(trail, "u1")[1] = "damaged"
        commit(trail)
        content = json.loads(take_checkpoint(trail, DAY).read_text())
        assert [head["uid"] for head in content["heads"]] == ["u2"]

    def test_a_changed_checkpoint_is_named(self, trail):
        append_and_commit(trail)
        path = take_checkpoint(trail, DAY)
        path.write_text(path.read_text().replace('"seq": 1', '"seq": 2'))
        assert breaks() == [("2026-11-24.json", None)]

    def test_a_checkpoint_taken_out_is_named_at_the_next(self, trail):
        append_and_commit(trail)
        for shift in range(3):
            take_checkpoint(trail, DAY + datetime.timedelta(shift))
        checkpoint_files.paths()[1].unlink()
        assert breaks() == [("2026-11-26.json", None)]


def test_an_identifier_of_undo_is_what_the_storage_takes(site):
    """Pins what ``undo_last`` relies on: the newest transaction is listed first."""
    append_and_commit(site.connect())
    newest = site.database.undoInfo(0, 10)[0]["id"]
    assert base64.decodebytes(newest)[:8] == site.database.lastTransaction()
