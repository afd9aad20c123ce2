"""Templates as plain values, as clients send and receive them."""

from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import Template
from czest.qms.approval.rules.templates import TemplateStage
from czest.qms.documents.rules.route import PURPOSES
from czest.qms.documents.rules.route import RULES
from czest.qms.language.characters import has_controls
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused


#: Keys of an answer that say where it stands; they may come back and change nothing.
ADDRESS = frozenset({"@id", "id"})


def plain_template(template):
    """Return a template as a JSON-compatible dict."""
    return {
        "id": template.id,
        "title": template.title,
        "kinds": sorted(template.kinds),
        "units": sorted(template.units),
        "processes": sorted(template.processes),
        "keeps_signatures": template.keeps_signatures,
        "stages": [
            {
                "id": str(number),
                "purpose": stage.purpose,
                "participants": [asked.key for asked in stage.asked],
                "rule": stage.rule,
                "quorum": stage.quorum,
                "in_sequence": stage.in_sequence,
                "days": stage.days,
            }
            for number, stage in enumerate(template.stages, start=1)
        ],
    }


def read_template(values, template_id):
    """Return the template that plain values describe; whether it may be saved is asked of ``template_checks``.

    Raises:
        Refused: naming every field that is unknown or of another type.
    """
    reading = Reading()
    template = Template(
        template_id,
        title=reading.take(values, "", "title", "", is_text).strip(),
        kinds=frozenset(reading.take(values, "", "kinds", [], is_list_of_texts)),
        units=frozenset(reading.take(values, "", "units", [], is_list_of_texts)),
        processes=frozenset(reading.take(values, "", "processes", [], is_list_of_texts)),
        stages=tuple(
            reading.stage(f"stages.{number}.", stage)
            for number, stage in enumerate(reading.take(values, "", "stages", [], is_list_of_objects), start=1)
        ),
        keeps_signatures=reading.take(values, "", "keeps_signatures", False, is_flag),
    )
    reading.refuse_others(values, "", Template)
    if reading.problems:
        raise Refused(reading.problems)
    return template


class Reading:
    """Reads values one by one and gathers what is wrong with them."""

    def __init__(self):
        self.problems = []

    def take(self, values, prefix, name, default, is_right):
        """Return one value; the default where it is missing or not right, which is then a problem."""
        value = values.get(name, default)
        if not is_right(value):
            self.problems.append(Problem(f"{prefix}{name}", "wrong_type"))
            return default
        texts = [value] if isinstance(value, str) else value if is_list_of_texts(value) else []
        if any(map(has_controls, texts)):
            self.problems.append(Problem(f"{prefix}{name}", "control"))
            return default
        return value

    def stage(self, prefix, values):
        """Return one stage."""
        keys = self.take(values, prefix, "participants", [], is_list_of_texts)
        stage = TemplateStage(
            purpose=self.take(values, prefix, "purpose", None, PURPOSES.__contains__),
            asked=tuple(asked for key in keys if (asked := self.asked(f"{prefix}participants", key))),
            rule=self.take(values, prefix, "rule", RULES[0], RULES.__contains__),
            quorum=self.take(values, prefix, "quorum", 0, is_number),
            in_sequence=self.take(values, prefix, "in_sequence", False, is_flag),
            days=self.take(values, prefix, "days", None, lambda value: value is None or is_number(value)),
        )
        self.refuse_others(values, prefix, TemplateStage)
        return stage

    def asked(self, field, key):
        """Return whom a key names, or None."""
        try:
            return Asked.of_key(key)
        except ValueError:
            self.problems.append(Problem(field, "no_participant", {"text": key}))
            return None

    def refuse_others(self, values, prefix, model):
        """Name the values that nobody asks for."""
        known = {"participants" if name == "asked" else name for name in model.__dataclass_fields__} | ADDRESS
        self.problems += [Problem(f"{prefix}{name}", "unknown_field") for name in values if name not in known]


def is_text(value):
    return isinstance(value, str)


def is_flag(value):
    return isinstance(value, bool)


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_list_of_texts(value):
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def is_list_of_objects(value):
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)
