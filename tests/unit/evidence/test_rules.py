"""Entries are sealed into a chain, and whatever happens to the chain afterwards is named."""

import copy
from czest.qms.evidence.rules import chains
from czest.qms.evidence.rules import sealing
from dataclasses import fields
from dataclasses import replace
import datetime
import hashlib
from hypothesis import given
from hypothesis import strategies as st
import json
import pytest


NOON = datetime.datetime(2026, 11, 24, 12, 0, 7, 5, datetime.UTC)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
optional_words = st.none() | words
plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
contents = st.fixed_dictionaries(
    {
        "time": st.datetimes(timezones=st.just(datetime.UTC)),
        "actor": names,
        "operation": names,
        "object_uid": names,
        "on_behalf_of": optional_words,
        "edition": optional_words,
        "reason": words,
        "rule": optional_words,
        "digest": optional_words,
        "details": st.dictionaries(words, plain_values, max_size=3),
    }
)


def chain_of(all_contents):
    chain = []
    for content in all_contents:
        chain.append(sealing.seal(chain[-1] if chain else None, **content))
    return chain


def log_of(chain):
    return [(entry.seq, entry.hash) for entry in chain]


def resealed(entry, **changes):
    forged = replace(entry, **changes)
    return replace(forged, hash=sealing.hash_of(forged))


sealed_chains = st.lists(contents, min_size=1, max_size=6).map(chain_of)


@pytest.fixture
def chain():
    operations = ("register", "save", "submit", "review", "approve")
    return chain_of(
        {"time": NOON, "actor": "autor", "operation": operation, "object_uid": "u1"} for operation in operations
    )


def codes(report):
    return [(reason.seq, reason.code) for reason in report.reasons]


class TestSeal:
    def test_writes_time_in_utc_with_microseconds(self):
        warsaw = datetime.timezone(datetime.timedelta(hours=1))
        entry = sealing.seal(None, time=NOON.astimezone(warsaw), actor="a", operation="save", object_uid="u")
        assert entry.time == "2026-11-24T12:00:07.000005Z"

    def test_writes_whole_seconds_with_microseconds_too(self):
        assert sealing.timestamp(NOON.replace(microsecond=0)) == "2026-11-24T12:00:07.000000Z"

    def test_counts_from_one_and_points_back(self, chain):
        assert [entry.seq for entry in chain] == [1, 2, 3, 4, 5]
        assert chain[0].previous == sealing.NOTHING_BEFORE
        assert [entry.previous for entry in chain[1:]] == [entry.hash for entry in chain[:-1]]

    def test_hash_can_be_recomputed_by_anybody(self, chain):
        values = json.loads(sealing.to_text(chain[1]))
        claimed = values.pop("hash")
        text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert claimed == hashlib.sha256(text.encode("utf-8")).hexdigest()

    def test_does_not_share_details_with_the_caller(self):
        details = {"route": ["a"]}
        entry = sealing.seal(None, time=NOON, actor="a", operation="save", object_uid="u", details=details)
        details["route"].append("b")
        assert entry.details == {"route": ["a"]}

    @pytest.mark.parametrize("missing", ["actor", "operation", "object_uid"])
    def test_refuses_an_unnamed(self, missing):
        content = {"actor": "a", "operation": "save", "object_uid": "u", missing: ""}
        with pytest.raises(ValueError, match="names its actor"):
            sealing.seal(None, time=NOON, **content)

    def test_refuses_naive_time(self):
        with pytest.raises(ValueError, match="aware"):
            sealing.seal(None, time=NOON.replace(tzinfo=None), actor="a", operation="save", object_uid="u")

    @pytest.mark.parametrize(
        ("details", "said"),
        [
            ({"share": 0.5}, "float"),
            ({"day": NOON.date()}, "date"),
            ({"inner": [{"deep": {1, 2}}]}, "set"),
            ({7: "seven"}, "must be text"),
            ({"text": "x" * sealing.DETAILS_LIMIT}, "longer"),
            ({"text": "\ud800"}, "surrogates"),
            ([], "wrong type in an entry: details"),
        ],
    )
    def test_refuses_details_that_are_not_plain_and_short(self, details, said):
        with pytest.raises(ValueError, match=said):
            sealing.seal(None, time=NOON, actor="a", operation="save", object_uid="u", details=details)

    def test_names_a_value_of_a_wrong_type(self):
        with pytest.raises(ValueError, match="edition"):
            sealing.seal(None, time=NOON, actor="a", operation="save", object_uid="u", edition=6)


class TestText:
    @given(sealed_chains)
    def test_an_entry_survives_being_stored(self, chain):
        assert [sealing.from_text(sealing.to_text(entry)) for entry in chain] == chain

    @given(sealed_chains)
    def test_stored_text_is_canonical(self, chain):
        text = sealing.to_text(chain[-1])
        assert json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False) == text

    @pytest.mark.parametrize(
        "damage",
        [
            lambda text: text[:-1],
            lambda text: " " + text,
            lambda text: "[]",
            lambda text: text.replace('"seq":1', '"seq":true'),
            lambda text: text.replace('"seq":1', '"seq":"1"'),
            lambda text: text.replace('"rule":null,', ""),
            lambda text: text.replace('"rule":null', '"rules":null'),
            lambda text: text.replace('"seq":1', '"seq":1,"seq":1'),
            lambda text: text.replace('"reason":""', '"reason":"\\ud800"'),
            lambda text: text.replace('"details":{}', '"details":' + "[" * 100000),
            lambda text: None,
        ],
    )
    def test_refuses_any_other_text(self, chain, damage):
        text = sealing.to_text(chain[0])
        assert sealing.from_text(text) == chain[0]
        with pytest.raises(sealing.UnreadableEntry):
            sealing.from_text(damage(text))


class TestVerifyChain:
    @given(sealed_chains)
    def test_an_untouched_chain_is_whole(self, chain):
        report = chains.verify_chain(chain, log_of(chain))
        assert report == chains.ChainReport(True, len(chain), chain[-1].hash, None, (), 0)

    def test_an_empty_chain_is_whole(self):
        assert chains.verify_chain([]) == chains.ChainReport(True, 0, None, None, (), 0)

    @given(sealed_chains, st.data())
    def test_a_changed_field_is_named_at_its_entry(self, chain, data):
        index = data.draw(st.integers(0, len(chain) - 1))
        name = data.draw(st.sampled_from([field.name for field in fields(sealing.Entry)]))
        before = getattr(chain[index], name)
        kinds = {"seq": st.integers(), "details": st.dictionaries(words, plain_values, max_size=3)}
        value = data.draw(kinds.get(name, words).filter(lambda value: value != before))
        chain[index] = replace(chain[index], **{name: value})
        report = chains.verify_chain(chain)
        assert (report.valid, report.first_broken) == (False, index + 1)
        assert report.reasons[0] == chains.Reason(index + 1, chains.CHANGED)

    @given(sealed_chains, st.data())
    def test_a_dropped_entry_is_named(self, chain, data):
        index = data.draw(st.integers(0, len(chain) - 1))
        log = log_of(chain)
        del chain[index]
        report = chains.verify_chain(chain, log)
        assert (report.valid, report.first_broken) == (False, index + 1)

    @given(st.lists(contents, min_size=2, max_size=6).map(chain_of), st.data())
    def test_two_entries_changing_places_are_named_at_the_first(self, chain, data):
        first, second = sorted(data.draw(st.sets(st.integers(0, len(chain) - 1), min_size=2, max_size=2)))
        chain[first], chain[second] = chain[second], chain[first]
        report = chains.verify_chain(chain)
        assert (report.valid, report.first_broken) == (False, first + 1)

    @given(sealed_chains, st.data())
    def test_a_repeated_entry_is_named_where_it_is_too_many(self, chain, data):
        index = data.draw(st.integers(0, len(chain) - 1))
        chain.insert(index, copy.copy(chain[index]))
        assert chains.verify_chain(chain).first_broken == index + 2

    @given(sealed_chains, st.data())
    def test_a_chain_sealed_anew_contradicts_its_log(self, chain, data):
        index = data.draw(st.integers(0, len(chain) - 1))
        log = log_of(chain)
        forged = chain[:index]
        for entry in chain[index:]:
            last = forged[-1] if forged else None
            previous = last.hash if last else sealing.NOTHING_BEFORE
            changes = {"reason": entry.reason + "!"} if entry.seq == index + 1 else {}
            forged.append(resealed(entry, previous=previous, **changes))
        assert chains.verify_chain(forged).valid
        assert chains.verify_chain(forged, log).first_broken == index + 1

    def test_one_gap_is_one_reason(self, chain):
        assert codes(chains.verify_chain(chain[:1] + chain[2:])) == [(2, chains.MISPLACED)]

    def test_an_inserted_entry_is_named(self, chain):
        chain.insert(2, resealed(chain[2], reason="forged"))
        assert codes(chains.verify_chain(chain)) == [(4, chains.MISPLACED)]

    def test_an_inserted_entry_is_named_exactly_with_the_log(self, chain):
        log = log_of(chain)
        chain[2:] = [resealed(chain[2], reason="forged")]
        assert codes(chains.verify_chain(chain, log)) == [(3, chains.REPLACED), (4, chains.MISSING)]

    def test_an_entry_sealed_anew_breaks_the_link_after_it(self, chain):
        chain[1] = resealed(chain[1], reason="forged")
        assert codes(chains.verify_chain(chain)) == [(3, chains.UNLINKED)]

    def test_a_first_entry_must_have_nothing_before(self, chain):
        assert codes(chains.verify_chain([resealed(chain[0], previous="f" * 64)])) == [(1, chains.UNLINKED)]

    def test_an_unreadable_entry_is_named_and_the_next_one_not_blamed(self, chain):
        chain[1] = None
        report = chains.verify_chain(chain)
        assert codes(report) == [(2, chains.UNREADABLE)]
        assert report.head == chain[-1].hash

    def test_an_unreadable_last_entry_leaves_no_head(self, chain):
        log = log_of(chain)
        chain[-1] = None
        report = chains.verify_chain(chain, log)
        assert report.head is None
        assert codes(report) == [(5, chains.UNREADABLE), (5, chains.REPLACED)]

    def test_a_log_ahead_of_the_chain_means_rolled_back(self, chain):
        report = chains.verify_chain(chain[:3], log_of(chain)[-1:])
        assert codes(report) == [(4, chains.MISSING)]

    def test_a_chain_that_vanished_is_named(self, chain):
        assert codes(chains.verify_chain([], log_of(chain))) == [(1, chains.MISSING)]

    def test_a_chain_without_log_says_nothing_about_its_end(self, chain):
        assert chains.verify_chain(chain[:3]).valid

    def test_two_logged_entries_under_one_number_are_a_fork(self, chain):
        undone = resealed(chain[4], reason="undone and written again")
        report = chains.verify_chain(chain, [*log_of(chain), (5, undone.hash)])
        assert codes(report) == [(5, chains.REPLACED)]

    def test_counts_the_entries_that_no_log_vouches_for(self, chain):
        assert chains.verify_chain(chain, log_of(chain)[:3]).unlogged == 2
