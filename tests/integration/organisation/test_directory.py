"""The directory keeps, refuses and remembers."""

from czest.qms import clock
from czest.qms.organisation.directory import Directory
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.importing import plan
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.table import read_table
from czest.qms.organisation.rules.table import write_table
from datetime import date
from datetime import timedelta
from plone.app.testing import TEST_USER_ID
import pytest
import transaction
import ZODB
from zope.component import getUtility
from zope.interface.verify import verifyObject


TODAY = date(2026, 3, 1)


@pytest.fixture
def directory():
    """A directory of a small office, with the clock stopped."""
    directory = Directory()
    with clock.stopped_at(TODAY):
        directory.add_unit("FE", "Fundusze Europejskie i Rozwój")
        directory.add_unit("FE-EFS", "Referat obsługi projektów EFS", "FE")
        directory.add_post("naczelnik-fe", "Naczelnik Wydziału", "FE", True, {"approver"})
        directory.add_post("inspektor-efs", "Inspektor", "FE-EFS", False, {"author", "reviewer"})
        yield directory


def refusal(call, *arguments):
    """Return the field and code of the one problem for which a call is refused."""
    with pytest.raises(Refused) as refused:
        call(*arguments)
    (problem,) = refused.value.problems
    return problem.field, problem.code


def test_the_site_has_one_directory(portal):
    assert verifyObject(IDirectory, getUtility(IDirectory))


def test_units(directory):
    assert [unit.symbol for unit in directory.units()] == ["FE", "FE-EFS"]
    directory.change_unit("FE-EFS", "Referat EFS+", None)
    assert directory.unit("FE-EFS").title == "Referat EFS+"
    assert directory.unit("FE-EFS").parent is None
    directory.add_unit("KD", "Kadry")
    directory.remove_unit("KD")
    with pytest.raises(KeyError):
        directory.unit("KD")
    with pytest.raises(KeyError):
        directory.change_unit("KD", "Kadry")
    with pytest.raises(KeyError):
        directory.remove_unit("KD")


def test_posts(directory):
    assert [post.id for post in directory.posts()] == ["naczelnik-fe", "inspektor-efs"]
    directory.change_post("inspektor-efs", "Starszy inspektor", "FE", False, ["author"])
    assert directory.post("inspektor-efs").unit == "FE"
    assert directory.post("inspektor-efs").entitlements == {"author"}
    directory.remove_post("inspektor-efs")
    for call in (directory.post, directory.remove_post):
        with pytest.raises(KeyError):
            call("inspektor-efs")
    with pytest.raises(KeyError):
        directory.change_post("inspektor-efs", "Inspektor", "FE")


def test_refusals_change_nothing(directory):
    directory.appoint("ewa", "inspektor-efs", TODAY)
    before = write_table(directory.organisation()), directory.revision, len(directory.log())
    assert refusal(directory.add_unit, "FE", "Inna") == ("symbol", "unit_exists")
    assert refusal(directory.change_unit, "FE", "Fundusze", "FE-EFS") == ("parent", "circle_of_units")
    assert refusal(directory.remove_unit, "FE") == ("symbol", "unit_in_use")
    assert refusal(directory.add_post, "naczelnik-fe", "Inny", "FE") == ("id", "post_exists")
    assert refusal(directory.change_post, "inspektor-efs", "Inspektor", "ZZ") == ("unit", "unknown_unit")
    assert refusal(directory.remove_post, "inspektor-efs") == ("id", "post_in_use")
    assert refusal(directory.appoint, "ewa", "inspektor-efs", TODAY) == ("start", "held_already")
    assert (write_table(directory.organisation()), directory.revision, len(directory.log())) == before


def test_questions_are_about_today_unless_a_day_is_given(directory):
    directory.appoint("maria", "naczelnik-fe", TODAY, TODAY)
    directory.appoint("piotr", "naczelnik-fe", TODAY + timedelta(1))
    assert directory.holders("naczelnik-fe") == ["maria"]
    assert directory.head_of("FE") == "maria"
    assert directory.post_title("maria") == "Naczelnik Wydziału"
    assert directory.posts_of("maria") == [directory.post("naczelnik-fe")]
    assert directory.units_of("maria") == ["FE"]
    assert directory.entitled("approver") == {"maria"}
    assert directory.is_entitled("maria", "approver")
    assert not directory.is_entitled("maria", "author")
    assert directory.group_ids("maria") == {"unit-FE", "unit-FE-authors", "post-naczelnik-fe"}
    assert directory.group_members("unit-FE") == {"maria"}
    tomorrow = TODAY + timedelta(1)
    assert directory.holders("naczelnik-fe", tomorrow) == ["piotr"]
    assert directory.head_of("FE", tomorrow) == "piotr"
    assert directory.post_title("maria", tomorrow) == ""
    assert directory.entitled("approver", tomorrow) == {"piotr"}
    assert not directory.is_entitled("maria", "approver", tomorrow)
    with clock.stopped_at(tomorrow):
        assert directory.head_of("FE") == "piotr"
        assert directory.roles("maria") == set()


def test_the_end_of_a_tenure_may_be_set_moved_and_taken_away(directory):
    tenure = directory.appoint("ewa", "inspektor-efs", date(2026, 1, 1))
    directory.end_tenure(tenure.id, date(2026, 2, 28))
    assert directory.holders("inspektor-efs") == []
    directory.end_tenure(tenure.id, None)
    assert directory.holders("inspektor-efs") == ["ewa"]
    assert directory.roles("ewa") == {"Author"}
    with pytest.raises(KeyError):
        directory.end_tenure(99, None)


def test_only_a_tenure_without_a_past_day_can_be_annulled(directory):
    past = directory.appoint("ewa", "inspektor-efs", date(2026, 2, 28))
    assert refusal(directory.end_tenure, past.id, date(2026, 2, 27)) == ("until", "dates_out_of_order")
    today = directory.appoint("jan", "inspektor-efs", TODAY)
    directory.end_tenure(today.id, date(2026, 2, 28))
    assert directory.holders("inspektor-efs") == ["ewa"]
    assert directory.log()[0].change == "annul_tenure"


def test_deputies(directory):
    first = directory.appoint_deputy("maria", "piotr", TODAY, date(2026, 3, 31), "upoważnienie 3/2026")
    second = directory.appoint_deputy("maria", "ewa", date(2026, 4, 1), None, "upoważnienie 4/2026")
    assert directory.deputies_of("maria") == [first]
    assert directory.deputies_of("maria", date(2026, 4, 1)) == [second]
    assert directory.deputyships() == [second, first]
    directory.end_deputy(first.id, TODAY)
    assert directory.deputies_of("maria", date(2026, 3, 2)) == []
    directory.end_deputy(second.id, TODAY)
    assert [deputyship.id for deputyship in directory.deputyships()] == [first.id]
    assert directory.log()[0].change == "annul_deputy"
    assert refusal(directory.appoint_deputy, "ewa", "ewa", TODAY, None, "x") == ("deputy", "own_deputy")


def test_deputies_for_some_kinds(directory):
    directory.appoint("maria", "naczelnik-fe", TODAY)
    one = directory.appoint_deputy("maria", "piotr", TODAY, TODAY, "upoważnienie 3/2026", ["Procedure"])
    assert directory.represented_by("piotr") == directory.represented_by("piotr", kind="Procedure") == [one]
    assert directory.represented_by("piotr", kind="Instruction") == directory.deputies_of("maria", kind="Policy") == []
    assert "deputy-post-naczelnik-fe-Procedure" in directory.deputy_group_ids("piotr")
    assert directory.deputy_group_members("deputy-maria-Procedure") == {"piotr"}
    tomorrow = TODAY + timedelta(1)
    assert directory.represented_by("piotr", tomorrow) == []
    assert directory.deputy_group_ids("piotr", tomorrow) == directory.deputy_group_members("deputy-maria", tomorrow)


def test_a_deputyship_stored_before_there_were_kinds_can_be_ended(database):
    manager = transaction.TransactionManager()
    directory = database.open(manager).root.directory
    number = directory.appoint_deputy("maria", "piotr", TODAY, None, "upoważnienie 3/2026").id
    del directory._deputyships[number].__dict__["kinds"]
    manager.commit()
    later = database.open(transaction.TransactionManager()).root.directory
    assert later.represented_by("piotr", kind="Procedure")[0].kinds == frozenset()
    later.end_deputy(number, TODAY)
    assert later.deputies_of("maria", TODAY + timedelta(1)) == []


def test_every_change_is_logged_with_time_and_actor(portal):
    directory = getUtility(IDirectory)
    with clock.stopped_at(TODAY) as moment:
        directory.add_unit("KD", "Kadry")
        directory.change_unit("KD", "Kadry i płace")
    newest, oldest = directory.log()
    assert (newest.change, newest.record.title) == ("change_unit", "Kadry i płace")
    assert (oldest.time, oldest.actor, oldest.change) == (moment, TEST_USER_ID, "add_unit")


def test_an_import_is_carried_out_step_by_step(directory):
    tenure = directory.appoint("ewa", "inspektor-efs", TODAY)
    data = (
        "komorka;komorka_nadrzedna;nazwa_komorki;stanowisko;nazwa_stanowiska;login;od;do\n"
        "KD;FE;Kadry;kadrowa;Kadrowa;anna;2026-01-01;\n"
        "FE;;Fundusze;naczelnik-fe;Dyrektor;;;\n"
        "FE-EFS;;;inspektor-efs;;ewa;2026-03-01;2026-12-31\n"
    )
    directory.apply(plan(directory.organisation(), read_table(data.encode())).changes)
    assert directory.holders("kadrowa") == ["anna"]
    assert directory.unit("FE").title == "Fundusze"
    assert directory.post("naczelnik-fe").title == "Dyrektor"
    assert directory.organisation().tenures[tenure.id].until == date(2026, 12, 31)
    assert [entry.change for entry in directory.log()[:6]] == [
        "appoint",
        "change_tenure",
        "change_post",
        "add_post",
        "add_unit",
        "change_unit",
    ]


@pytest.fixture
def database(directory):
    """A database of its own with the directory in it."""
    database = ZODB.DB(None)
    with database.transaction() as connection:
        connection.root.directory = directory
    yield database
    database.close()


def test_another_connection_sees_a_change_at_its_next_transaction(database):
    here, there = transaction.TransactionManager(), transaction.TransactionManager()
    one, other = database.open(here).root.directory, database.open(there).root.directory
    assert other.holders("inspektor-efs") == []
    one.appoint("ewa", "inspektor-efs", TODAY)
    here.commit()
    assert other.holders("inspektor-efs") == []
    there.begin()
    assert other.holders("inspektor-efs") == ["ewa"]
    for manager in (here, there):
        manager.abort()


def test_what_is_aborted_leaves_no_picture_behind(database):
    manager = transaction.TransactionManager()
    directory = database.open(manager).root.directory
    directory.add_unit("KD", "Kadry")
    manager.abort()
    assert [unit.symbol for unit in directory.units()] == ["FE", "FE-EFS"]
    directory.add_unit("IT", "Informatyka")
    savepoint = manager.savepoint()
    directory.appoint("ewa", "inspektor-efs", TODAY)
    savepoint.rollback()
    directory.add_unit("AR", "Archiwum")
    assert [unit.symbol for unit in directory.units()] == ["AR", "FE", "FE-EFS", "IT"]
    assert directory.holders("inspektor-efs") == []
    manager.abort()


def test_reading_writes_nothing(database):
    manager = transaction.TransactionManager()
    connection = database.open(manager)
    directory = connection.root.directory
    directory.group_ids("ewa")
    directory.entitled("author")
    assert not directory._p_changed
    manager.abort()
