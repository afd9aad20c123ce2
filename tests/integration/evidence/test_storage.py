"""The trail in a real file storage: appending, the log of heads, connections side by side."""

import base64
from czest.qms import clock
from czest.qms.evidence import head_log
from czest.qms.evidence.rules import sealing
import datetime
import pytest
from support.stored_trail import append
from support.stored_trail import append_and_commit
from support.stored_trail import begin
from support.stored_trail import breaks
from support.stored_trail import commit
from support.stored_trail import logged
from support.stored_trail import texts
from ZODB.POSException import ConflictError


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


def test_an_identifier_of_undo_is_what_the_storage_takes(site):
    """Pins what ``undo_last`` relies on: the newest transaction is listed first."""
    append_and_commit(site.connect())
    newest = site.database.undoInfo(0, 10)[0]["id"]
    assert base64.decodebytes(newest)[:8] == site.database.lastTransaction()
