"""Refusals of operations: each knows its HTTP status, its sentence and the fields it is about."""


class OperationRefused(Exception):
    """An operation was refused; nothing has been changed.

    Parameters:
        message: Message that says what was not done and why.
        errors: list of ``(field name, Message)``.
    """

    status = 400

    def __init__(self, message, errors=()):
        super().__init__(message)
        self.message = message
        self.errors = list(errors)


class InvalidInput(OperationRefused):
    """A field is wrong."""

    status = 400


class NotPermitted(OperationRefused):
    """Not this person."""

    status = 403


class UnknownOperation(OperationRefused):
    """There is no such operation for this kind of object."""

    status = 404


class ObjectMovedOn(OperationRefused):
    """The object is not in the state that the operation, or the client, expects."""

    status = 409


class TooManyConflicts(OperationRefused):
    """Others changed the same object at the same time, and all retries were used up."""

    status = 409
