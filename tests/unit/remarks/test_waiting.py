"""For whom remarks wait: whoever has not had the last word, and nobody once they are settled."""

from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.rules.anchors import Anchor
from czest.qms.remarks.rules.waiting import waited_for
from czest.qms.remarks.rules.waiting import waiting
from hypothesis import given
from hypothesis import strategies as st


AUTHORS = ("autor", "autor2")
PEOPLE = (*AUTHORS, "sprawdzajacy", "radca", "pelnomocnik")
KINDS = (rules.ANSWER, rules.RESOLUTION, rules.REOPENING)


def saying(kind, login, minute=0):
    way = rules.ANSWERED if kind == rules.RESOLUTION else ""
    return rules.Saying(kind, f"2026-11-24T08:{minute:02}:07+00:00", login, "Anna Nowak", "Inspektor", "Uwaga", way)


def thread(opener, *said):
    """Return a thread begun by somebody, with what followed as pairs of a kind and a login."""
    pairs = [(rules.REMARK, opener), *said]
    return rules.Thread(1, Anchor(), "a" * 64, tuple(saying(*pair, minute) for minute, pair in enumerate(pairs)))


def answers(*logins):
    return [(rules.ANSWER, login) for login in logins]


def waiting_since(one, login):
    """Return at which minute the first thing was said that waits for a person; None where nothing waits."""
    found = waiting((one,), login, AUTHORS)
    return one.sayings.index(found[0]) if found else None


THREADS = st.builds(
    lambda opener, said: thread(opener, *said),
    st.sampled_from(PEOPLE),
    st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(PEOPLE)), max_size=6),
)


def test_a_new_remark_waits_for_every_author_and_for_nobody_else():
    assert waited_for((thread("sprawdzajacy"),), AUTHORS) == set(AUTHORS)


def test_one_author_answers_for_all_and_then_whoever_began_it_is_waited_for():
    answered = thread("sprawdzajacy", *answers("autor2"))
    assert waited_for((answered,), AUTHORS) == {"sprawdzajacy"}
    assert waited_for((thread("sprawdzajacy", *answers("autor2", "sprawdzajacy")),), AUTHORS) == set(AUTHORS)


def test_a_third_person_who_joins_in_is_news_for_both_sides_and_is_never_waited_for():
    joined = thread("sprawdzajacy", *answers("autor", "radca"))
    assert waited_for((joined,), AUTHORS) == {*AUTHORS, "sprawdzajacy"}
    assert (waiting_since(joined, "autor"), waiting_since(joined, "sprawdzajacy")) == (2, 1)


def test_an_author_who_began_it_waits_to_learn_what_the_other_authors_say():
    begun = thread("autor")
    assert waited_for((begun,), AUTHORS) == set()
    assert waited_for((thread("autor", *answers("autor2")),), AUTHORS) == {"autor"}


def test_opened_again_it_waits_for_the_other_side():
    reopened = thread("sprawdzajacy", *answers("autor"), (rules.RESOLUTION, "autor"), (rules.REOPENING, "sprawdzajacy"))
    assert waited_for((reopened,), AUTHORS) == set(AUTHORS)


@given(THREADS)
def test_a_settled_remark_waits_for_nobody(one):
    (settled,) = rules.continued((one,), 1, saying(rules.RESOLUTION, "pelnomocnik"))
    assert waited_for((settled,), AUTHORS) == set()


@given(THREADS, st.sampled_from(PEOPLE))
def test_whoever_has_just_spoken_is_not_waited_for(one, login):
    (answered,) = rules.continued((one,), 1, saying(rules.ANSWER, login))
    assert login not in waited_for((answered,), AUTHORS)


@given(THREADS)
def test_an_open_remark_waits_for_whoever_of_the_two_sides_did_not_speak_last(one):
    last, opener = one.sayings[-1].login, one.opener.login
    expected = ({opener} - {last}) | (set() if last in AUTHORS else set(AUTHORS))
    assert waited_for((one,), AUTHORS) == (expected if one.is_open else set())


@given(THREADS, st.sampled_from(PEOPLE))
def test_it_waits_since_the_first_word_behind_the_last_one_of_his_side(one, login):
    place = waiting_since(one, login)
    if place is not None:
        side = {login} if login == one.opener.login else set(AUTHORS)
        logins = [said.login for said in one.sayings]
        assert not side & set(logins[place:])
        assert place == 0 or logins[place - 1] in side


@given(st.lists(THREADS, max_size=5), st.sampled_from(PEOPLE))
def test_each_thread_counts_once(threads, login):
    alone = [waiting((one,), login, AUTHORS) for one in threads]
    assert all(len(found) <= 1 for found in alone)
    assert waiting(threads, login, AUTHORS) == [said for found in alone for said in found]
