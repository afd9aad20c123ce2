"""What the integration tests share."""

from czest.qms.approval.interfaces import IWrongPasswords
from czest.qms.approval.passwords import committed
import pytest
from support.office import Office
from zope.component import queryUtility


@pytest.fixture
def office(portal):
    """An office with its people, in a site with nothing else in it; see ``support.prepared``."""
    return Office(portal)


@pytest.fixture(autouse=True)
def no_wrong_passwords_left(request):
    """Forget wrong passwords: they are committed at once and would outlive the test that gave them."""
    yield
    if "portal" not in request.fixturenames:
        return
    utility = queryUtility(IWrongPasswords)
    if utility is None or utility._p_jar is None:
        return
    with committed(utility) as (wrong_passwords,):
        for login in list(wrong_passwords._failures):
            wrong_passwords.forget(login)
