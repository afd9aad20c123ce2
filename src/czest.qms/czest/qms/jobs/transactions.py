"""One piece of work in one transaction, repeated when another client was faster; and taking work back.

Within a request indexes remember their answers by the number of changes they count. What is taken back takes the number
back too, and the next change brings it again: for another state, of which the old answer would then be told.
"""

import random
import time
import transaction
from transaction.interfaces import TransientError
from zope.globalrequest import getRequest


ATTEMPTS = 5

#: Seconds waited before the second attempt; doubled before each further one.
FIRST_PAUSE = 0.1

#: Where ``Products.PluginIndexes`` keeps the answers of indexes in a request.
ANSWERS = "__catalog_cache__"


def in_transaction(work, attempts=ATTEMPTS, sleep=time.sleep):
    """Call ``work`` in a transaction of its own, commit it and return the answer.

    Parameters:
        work: function without arguments, safe to repeat.
        attempts: how many times it is tried when it conflicts with other clients.
        sleep: function that waits some seconds.

    Raises:
        TransientError: when the last attempt conflicts too.
        Exception: whatever ``work`` raises, after the transaction was aborted.
    """
    for attempt in range(1, attempts + 1):
        transaction.begin()
        try:
            answer = work()
            transaction.commit()
            return answer
        except TransientError:
            abort()
            if attempt == attempts:
                raise
            sleep(FIRST_PAUSE * 2 ** (attempt - 1) * (1 + random.random()))
        except BaseException:
            abort()
            raise


def abort():
    """Take back the present transaction, and with it what indexes have answered in the request."""
    transaction.abort()
    _forget_answers()


def roll_back(savepoint):
    """Take back what was done since a savepoint, and with it what indexes have answered in the request."""
    savepoint.rollback()
    _forget_answers()


def _forget_answers():
    request = getRequest()
    if request is not None:
        request.other.pop(ANSWERS, None)
