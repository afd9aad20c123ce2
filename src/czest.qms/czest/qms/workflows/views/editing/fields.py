"""Fields of the forms of the workflow manager: what a page asks, and what was typed into it."""

from dataclasses import dataclass
from dataclasses import field
from zope.i18nmessageid import Message


#: Kinds of fields.
LINE, TEXT, NUMBER, FLAG, CHOICES, FILE = "line", "text", "number", "flag", "choices", "file"


@dataclass(frozen=True)
class Field:
    """One field.

    Parameters:
        name: of its input.
        path: where what is wrong with it is named, as in ``rules.problems.Problem``.
        label: a Message.
        kind: one of those above.
        value: what stands in it before anybody types: text, bool, or a set of values of ``options``.
        hint: a Message, or None.
        options: ``(value, title)`` of the boxes of CHOICES.
        language: of what is written into it, or None.
        most: longest text in characters, or None.
    """

    name: str
    path: str
    label: Message
    kind: str = LINE
    value: object = ""
    hint: Message | None = None
    options: tuple = ()
    language: str | None = None
    most: int | None = None

    @property
    def id(self):
        """Id of its input."""
        return "manager-" + self.name.replace(".", "-").replace(" ", "-")

    def typed(self, form):
        """Return what was typed, of the type of ``value``.

        Parameters:
            form: inputs of the request by name.
        """
        sent = form.get(self.name)
        if self.kind == FLAG:
            return bool(sent)
        if self.kind == CHOICES:
            chosen = sent if isinstance(sent, list) else [sent]
            return {value for value, _title in self.options if value in chosen}
        return sent.replace("\r\n", "\n").strip() if isinstance(sent, str) else ""

    def inputs(self, form):
        """Return the hidden inputs that carry what was typed, as ``(name, value)``."""
        typed = self.typed(form)
        if self.kind == FLAG:
            return [(self.name, "1")] if typed else []
        if self.kind == CHOICES:
            return [(f"{self.name}:list", value) for value in sorted(typed)]
        return [(self.name, typed)]


@dataclass(frozen=True)
class Group:
    """Fields that belong together.

    Parameters:
        title: a Message, or None.
        fields: tuple of :class:`Field`.
        note: a Message below the title, or None.
        locked: ``(label, value, why)`` of what stands here too and cannot be changed.
    """

    title: Message | None
    fields: tuple
    note: Message | None = None
    locked: tuple = field(default=())


def place_of(path, fields):
    """Return the field that a path is about, or None.

    Parameters:
        path: as in ``rules.problems.Problem``.
        fields: :class:`Field`, in any order.
    """
    known = [one for one in fields if path == one.path or path.startswith(f"{one.path}.")]
    return max(known, key=lambda one: len(one.path), default=None)
