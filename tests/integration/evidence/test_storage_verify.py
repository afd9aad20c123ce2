"""What is undone, edited or dropped in the database is named; checkpoints."""

from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.evidence import checkpoint_files
from czest.qms.evidence import head_log
from czest.qms.evidence import verification
from czest.qms.evidence.checkpoint import take_checkpoint
from czest.qms.evidence.rules import chains
import datetime
import json
import pytest
from support.stored_trail import append
from support.stored_trail import append_and_commit
from support.stored_trail import begin
from support.stored_trail import breaks
from support.stored_trail import commit
from support.stored_trail import DAY
from support.stored_trail import logged
from support.stored_trail import texts
from ZODB.POSException import UndoError


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
