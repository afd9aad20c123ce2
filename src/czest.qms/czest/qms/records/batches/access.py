"""Who sees batches: whoever sent them, and the archivist."""

from czest.qms.operations.base import actor
from czest.qms.records.finding import records_container
from plone import api


DISPOSE = "czest.qms: Dispose of records"


def is_own(batch):
    """Tell whether the current person sent a batch; nobody else goes on with it."""
    return batch.uploader == actor()


def visible_batch(batch_id):
    """Return the batch with an id if the current person may see it, else None."""
    batch = records_container().batches.get(batch_id)
    return batch if batch is not None and (is_own(batch) or _is_archivist()) else None


def visible_batches(series):
    """Return the batches that the current person may see, the latest first.

    Parameters:
        series: symbol of the series, or an empty text for those of the container of series.
    """
    every = _is_archivist()
    return [batch for batch in records_container().batches.all() if batch.series == series and (every or is_own(batch))]


def _is_archivist():
    return api.user.has_permission(DISPOSE, obj=records_container())
