"""Reading the input of an operation from JSON."""

from binascii import Error as BrokenEncoding
from czest.qms import _
from czest.qms.appearance.explaining import explain
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.interfaces import ALTERNATIVES
from plone.namedfile.interfaces import INamedField
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.types.interfaces import IJsonSchemaProvider
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import ValidationError


#: What deserializers raise on values that are not of the field's kind.
UNREADABLE = (TypeError, ValueError, AttributeError, LookupError, BrokenEncoding)

#: Keys of the body that are not fields of the operation.
ENVELOPE = ("expected_state", "expected_digest")


def read_json(schema, body, context, request):
    """Return the fields of a schema read from a JSON object.

    Parameters:
        schema: the schema interface, or None for an operation without input.
        body: dict of the parsed JSON.

    Raises:
        InvalidInput: naming every field that is unknown, missing or wrong.
    """
    fields = dict(getFieldsInOrder(schema)) if schema is not None else {}
    errors = [(name, _("There is no such field.")) for name in body if name not in fields and name not in ENVELOPE]
    data = {}
    for name, field in fields.items():
        if name not in body:
            continue
        try:
            data[name] = read_value(field, body[name], context, request)
        except ValidationError as error:
            errors.append((name, explain(error)))
        except UNREADABLE as error:
            errors.append((name, explain(error)))
    if errors:
        raise InvalidInput(_("Not done: some of the data is wrong."), errors)
    return data


def read_value(field, value, context, request):
    """Return one field's value read from its JSON form."""
    if value is None:
        field.bind(context).validate(None)
        return None
    deserializer = getMultiAdapter((field, context, request), IFieldDeserializer)
    return deserializer(value)


#: How a file is sent; Plone's own description of files names attributes that clients do not send.
FILE_SCHEMA = {
    "type": "object",
    "properties": {
        "filename": {"type": "string"},
        "content-type": {"type": "string"},
        "encoding": {"type": "string", "enum": ["base64"]},
        "data": {"type": "string"},
    },
    "required": ["filename", "data"],
}


def field_schema(field, context, request):
    """Return the JSON Schema of one field."""
    described = {
        "title": translate(field.title, context=request),
        "description": translate(field.description or "", context=request),
    }
    if INamedField.providedBy(field):
        return {**described, **FILE_SCHEMA}
    if ICollection.providedBy(field) and INamedField.providedBy(field.value_type):
        return {**described, "type": "array", "items": FILE_SCHEMA}
    return json_compatible(getMultiAdapter((field, context, request), IJsonSchemaProvider).get_schema())


def json_schema(schema, context, request):
    """Return the JSON Schema of an operation's input."""
    fields = getFieldsInOrder(schema) if schema is not None else []
    described = {
        "type": "object",
        "properties": {name: field_schema(field, context, request) for name, field in fields},
        "required": [name for name, field in fields if field.required and field.default is None],
    }
    alternatives = schema.queryTaggedValue(ALTERNATIVES) if schema is not None else None
    return {**described, "oneOf": [{"required": [name]} for name in alternatives]} if alternatives else described
