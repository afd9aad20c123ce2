"""For whom an open remark waits: for those who have not had the last word in it."""

from itertools import takewhile


def unanswered(thread, people):
    """Return what some people have not answered yet, the Saying that came first.

    Parameters:
        thread: a ``threads.Thread``.
        people: logins of those who answer for each other.

    Returns:
        The first Saying since the last word of any of them; None where the last word was theirs, or the remark is settled.
    """
    if not thread.is_open:
        return None
    since = list(takewhile(lambda saying: saying.login not in people, reversed(thread.sayings)))
    return since[-1] if since else None


def waiting(threads, login, authors):
    """Return what waits for an answer of one person, a Saying for each thread.

    The authors of the edition answer for each other. Whoever began a thread answers for himself, though he be an author:
    he waits to learn what the others say. Nobody else has to answer.

    Parameters:
        authors: logins of the authors of the edition.
    """
    found = (unanswered(thread, side) for thread in threads if (side := _side(thread, login, authors)))
    return [saying for saying in found if saying is not None]


def waited_for(threads, authors):
    """Return the set of logins for whom any of the threads waits."""
    concerned = {*authors, *(thread.opener.login for thread in threads)}
    return {login for login in concerned if waiting(threads, login, authors)}


def _side(thread, login, authors):
    """Return the logins of those who answer together with a person in a thread, himself among them; empty for others."""
    if login == thread.opener.login:
        return {login}
    return set(authors) if login in authors else set()
