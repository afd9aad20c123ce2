"""The work on a batch: rows checked by the very checks of the operation ``capture``, then handed in by it."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.storing import rewrap
from czest.qms.operations.base import actor
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.input import read_json
from czest.qms.operations.performing import perform
from czest.qms.operations.performing import require_permitted
from czest.qms.operations.performing import with_defaults
from czest.qms.records.batches import storage
from czest.qms.records.batches.columns import columns_of
from czest.qms.records.batches.columns import tokens_for
from czest.qms.records.batches.messages import sentence
from czest.qms.records.batches.uploading import files_of
from czest.qms.records.batches.uploading import sheet_of
from czest.qms.records.finding import records_container
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.rules import batches as rules
import logging
from plone.uuid.interfaces import IUUIDGenerator
import time
from transaction.interfaces import TransientError
from zope.component import getUtility
from zope.i18n import translate


logger = logging.getLogger(__name__)


def take_in(context, request, filename, table, sent, is_trial):
    """Keep a new batch of the current person and return it; no record is handed in yet.

    Parameters:
        context: the series, or the container of series.
        request: the current request.
        filename: name of the table.
        table: its bytes.
        sent: pairs of name and bytes of the files.
        is_trial: whether it waits to be confirmed though nothing is wrong.

    Raises:
        OperationRefused: not this person, a closed series, or a table or files that cannot be read.
    """
    require_permitted(operation_named(context, request, "capture"))
    sheet = sheet_of(table, columns_of(context))
    files = files_of(sent)
    series = context.symbol if IRecordSeriesMarker.providedBy(context) else ""
    batch = storage.Batch(
        getUtility(IUUIDGenerator)(), series, actor(), clock.now(), filename or "", sheet, files, is_trial
    )
    batch.left_over = tuple(rules.left_over(sheet.rows, [file.filename for file in files.values()]))
    records_container().batches.add(batch)
    return batch


def confirm(batch):
    """Let the rows of a checked batch that nothing is wrong with be handed in."""
    if batch.state == storage.CHECKED:
        batch.begin(storage.LOADING)


def work(batch, request, seconds):
    """Do the next rows of a batch in the present transaction, as the person who is acting: its uploader.

    Parameters:
        batch: the batch.
        request: the current request.
        seconds: time after which no further row is begun; one is done in any case.
    """
    until = time.monotonic() + seconds
    while batch.state in storage.AT_WORK:
        if batch.position < batch.count:
            batch.position += 1
            STEPS[batch.state](batch, batch.position, request)
        if batch.position == batch.count:
            _pass_on(batch)
        if time.monotonic() >= until:
            return


def _pass_on(batch):
    """Bring a batch whose rows are all passed to its next state."""
    if batch.state == storage.LOADING:
        batch.finish(storage.DONE, clock.now())
    elif batch.is_trial or batch.wrong:
        batch.begin(storage.CHECKED)
    else:
        batch.begin(storage.LOADING)


def operation_for(batch, request):
    """Return the operation ``capture`` of the place to which a batch goes."""
    container = records_container()
    return operation_named(container[batch.series] if batch.series else container, request, "capture")


def input_of(operation, batch, row, prepared):
    """Return the input of the operation in a row.

    Parameters:
        operation: the operation.
        batch: the batch.
        row: the row.
        prepared: function that gives the file to hand in from one that was sent.

    Raises:
        OperationRefused: some of the cells are wrong.
    """
    values = tokens_for(operation.context, row.values, operation.request)
    data = read_json(operation.schema, values, operation.context, operation.request)
    keys = [rules.file_key(name) for name in row.files]
    return {**data, "files": [prepared(batch.files[key]) for key in keys if key in batch.files]}


def _check(batch, position, request):
    row = batch.rows[position]
    operation = operation_for(batch, request)
    missing = [
        rules.Fault(row.number, "pliki", "missing_file", name)
        for name in row.files
        if rules.file_key(name) not in batch.files
    ]
    errors = [(fault.column, translate(sentence(fault), context=request)) for fault in (*row.faults, *missing)]
    try:
        require_permitted(operation)
        data = input_of(operation, batch, row, lambda file: file)
        operation.check(with_defaults(operation.schema, data))
    except OperationRefused as refusal:
        errors += _errors(operation, refusal, request)
    batch.note_finding(position, errors, [])


def _load(batch, position, request):
    if batch.is_wrong(position):
        return
    row = batch.rows[position]
    operation = operation_for(batch, request)
    try:
        performed = perform(operation, input_of(operation, batch, row, rewrap))
    except OperationRefused as refusal:
        batch.note_result(position, {"errors": _errors(operation, refusal, request)})
        return
    except TransientError:
        raise
    except Exception:
        logger.exception("Row %s of batch %s failed", row.number, batch.id)
        text = translate(_("Not handed in because of an error of the program; it is in its log."), context=request)
        batch.note_result(position, {"errors": [("", text)]})
        return
    record = performed.changed
    result = {"symbol": record.symbol, "uid": record.UID(), "path": "/".join(record.getPhysicalPath())}
    batch.note_result(position, result)
    warnings = [translate(warning, context=request) for warning in performed.warnings]
    batch.note_finding(position, [], warnings)


def _errors(operation, refusal, request):
    """Return the errors of a refusal as pairs of column and text."""
    headings = {field: heading for heading, (field, _kind) in columns_of(operation.context).items()}
    pairs = refusal.errors or [("", refusal.message)]
    return [(headings.get(field, field), translate(message, context=request)) for field, message in pairs]


#: What is done with a row in each state.
STEPS = {storage.CHECKING: _check, storage.LOADING: _load}
