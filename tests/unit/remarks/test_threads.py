"""How a thread stands, and who reads and settles it."""

from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.rules.anchors import Anchor
from dataclasses import replace
import hashlib
from hypothesis import given
from hypothesis import strategies as st


STATES = st.sampled_from(sorted(OPEN_STATES | RELEASED_STATES))
KINDS = st.lists(st.sampled_from([rules.ANSWER, rules.RESOLUTION, rules.REOPENING]), max_size=6)


def saying(kind, login="autor"):
    way = rules.ACCEPTED if kind == rules.RESOLUTION else ""
    return rules.Saying(kind, "2026-11-24T08:00:07+00:00", login, "Anna Nowak", "Inspektor", "Uwaga", way)


@given(STATES, st.booleans(), st.booleans(), st.booleans())
def test_whoever_does_not_read_the_edition_reads_no_remark(state, is_author, is_officer, is_auditor):
    assert not rules.may_read(
        state, reads_edition=False, is_author=is_author, is_officer=is_officer, is_auditor=is_auditor
    )


@given(st.sampled_from(sorted(RELEASED_STATES)))
def test_a_mere_reader_reads_none_of_what_is_released(state):
    assert not rules.may_read(state, reads_edition=True, is_author=False, is_officer=False, is_auditor=False)


def test_the_digest_of_a_short_remark_cannot_be_guessed():
    said = saying(rules.REMARK)
    plain = hashlib.sha256(b"Uwaga").hexdigest()
    # What was said before there were salts keeps its digest.
    assert rules.digest_of(said) == plain
    one, other = (rules.digest_of(replace(said, salt=salt)) for salt in ("a" * 32, "b" * 32))
    assert len({plain, one, other}) == 3
    assert one == hashlib.sha256(b"a" * 32 + b"Uwaga").hexdigest()


@given(st.lists(KINDS, max_size=4))
def test_threads_keep_their_numbers_and_the_last_decision_counts(kinds):
    threads = ()
    for _each in kinds:
        threads = rules.begun(threads, Anchor(), "a" * 64, saying(rules.REMARK, "sprawdzajacy"))
    for number, said in enumerate(kinds, 1):
        for kind in said:
            threads = rules.continued(threads, number, saying(kind))
    assert [thread.number for thread in threads] == list(range(1, len(kinds) + 1))
    assert [[each.kind for each in thread.sayings[1:]] for thread in threads] == kinds
    for thread, said in zip(threads, kinds, strict=True):
        decisions = [kind for kind in said if kind != rules.ANSWER]
        assert thread.is_open == (not decisions or decisions[-1] == rules.REOPENING)
        assert rules.thread_numbered(threads, str(thread.number)) is thread
    assert rules.count_open(threads) == sum(thread.is_open for thread in threads)


def test_who_settles_a_remark():
    (thread,) = rules.begun((), Anchor(), "a" * 64, saying(rules.REMARK, "sprawdzajacy"))
    assert rules.may_resolve(thread, "sprawdzajacy", is_author=False, is_officer=False)
    assert not rules.may_resolve(thread, "zatwierdzajacy", is_author=False, is_officer=False)
    assert rules.may_resolve(thread, "autor", is_author=True, is_officer=False)
    assert rules.may_resolve(thread, "pelnomocnik", is_author=False, is_officer=True)
