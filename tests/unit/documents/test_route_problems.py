"""What keeps an edition from going its route."""

from czest.qms.documents.rules import route_problems
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import Stage


A, B, C = (Participant("person", login) for login in "abc")
LEGAL = Participant("post", "radca-prawny")


def problems(*stages, authors=("x",), holders=lambda asked: {"r"}):
    return route_problems.problems(stages, authors, holders)


def test_problems_of_a_route():
    sound = (Stage("1", "check", (A, LEGAL)), Stage("2", "opinion", (B,), days=7), Stage("3", "approval", (C,)))
    assert problems(*sound) == []
    assert problems(*sound, authors=("a", "b")) == [("1", "author", A), ("2", "author", B)]
    assert problems(*sound, holders=lambda asked: set()) == [("1", "vacant", LEGAL)]
    assert problems(*sound, authors=("r",)) == [("1", "vacant", LEGAL)]
    assert problems(Stage("1", "check", ()), sound[2]) == [("1", "nobody", None)]
    assert problems(Stage("1", "check", (A,), rule="quorum", quorum=2), sound[2]) == [("1", "quorum", None)]
    assert problems(Stage("1", "check", (A,), rule="quorum"), sound[2]) == [("1", "quorum", None)]
    assert problems(sound[0]) == [(None, "no-approval", None)]
    assert problems(sound[2]) == [(None, "no-check", None)]
    assert problems(sound[2], sound[0]) == [(None, "order", None)]


def test_a_vacant_post_is_no_problem_where_the_others_suffice():
    vacant = Participant("post", "burmistrz")
    last = Stage("3", "approval", (C,))
    kept = {"holders": lambda asked: set() if asked == vacant else {"r"}}
    assert problems(Stage("1", "check", (LEGAL, vacant), "any"), last, **kept) == []
    assert problems(Stage("1", "check", (vacant,), "any"), last, **kept) == [("1", "vacant", vacant)]
    assert problems(Stage("1", "check", (A, LEGAL, vacant), "quorum", 2), last, **kept) == []
    assert problems(Stage("1", "check", (LEGAL, vacant), "quorum", 2), last, **kept) == [("1", "vacant", vacant)]
    assert problems(Stage("1", "check", (A, vacant), "any"), last, authors=("a",), **kept) == [
        ("1", "author", A),
        ("1", "vacant", vacant),
    ]
