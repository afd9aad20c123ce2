"""One piece of work in one transaction, repeated when another client was faster."""

import random
import time
import transaction
from transaction.interfaces import TransientError


ATTEMPTS = 5

#: Seconds waited before the second attempt; doubled before each further one.
FIRST_PAUSE = 0.1


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
            transaction.abort()
            if attempt == attempts:
                raise
            sleep(FIRST_PAUSE * 2 ** (attempt - 1) * (1 + random.random()))
        except BaseException:
            transaction.abort()
            raise
