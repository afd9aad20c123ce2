"""What the officer chooses from where a route is stuck."""

from czest.qms import _
from czest.qms.approval.participants import in_words
from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import OPINION
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.language.collation import sort_key
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


STAGE_TITLES = {
    CHECK: _("${id}. check"),
    OPINION: _("${id}. opinion"),
    APPROVING: _("${id}. approval"),
}


def stage_title(stage):
    """Return what a stage is called: its number and its purpose."""
    return _(STAGE_TITLES[stage.purpose], mapping={"id": stage.id})


def terms_of(stages):
    """Return a vocabulary of stages by their numbers."""
    return SimpleVocabulary([SimpleTerm(stage.id, stage.id, stage_title(stage)) for stage in stages])


def stages_open(edition):
    """Return the stages that are not over."""
    return terms_of(stage for stage in edition.route if not edition.course.is_met(stage))


def stages_begun(edition):
    """Return the stages that have begun."""
    return terms_of(stage for stage in edition.route if stage.begun is not None)


def asked_now(edition):
    """Return those who are asked in stages that are not over and have not signed, once each."""
    course = edition.course
    asked = (
        participant
        for stage in edition.route
        if not course.is_met(stage)
        for participant in stage.participants
        if participant not in course.signed(stage)
    )
    return people(dict.fromkeys(asked))


def everybody():
    """Return all posts, and the people who hold any today, by the Polish alphabet."""
    organisation = getUtility(IDirectory).organisation()
    logins = {login for post in organisation.posts for login in getUtility(IDirectory).holders(post)}
    posts = [Participant(POST, post) for post in organisation.posts]
    return people([*posts, *(Participant(PERSON, login) for login in logins)])


def people(participants):
    """Return a vocabulary of those asked by their keys, sorted by what they are called."""
    named = [(in_words(participant), participant.key) for participant in participants]
    named.sort(key=lambda pair: sort_key(pair[0]))
    return SimpleVocabulary([SimpleTerm(key, key.replace(":", "-"), words) for words, key in named])
