"""A drawing that stands alone, with those rules of the stylesheets that it needs."""

import re


#: A rule of a stylesheet: selectors and declarations, without nesting.
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
#: What does not count in a file: comments, and rules for certain screens.
LEFT_OUT = re.compile(r"/\*.*?\*/|@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.DOTALL)
ROOT = ":root"
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
CLASS = re.compile(r"\.([\w-]+)")


def standalone(drawing, sheets):
    """Return a drawing as an SVG file.

    Parameters:
        drawing: text of an ``svg`` element.
        sheets: texts of stylesheets, those with the tokens of ``:root`` included.
    """
    known = set(re.findall(r"[\w-]+", " ".join(re.findall(r'class="([^"]*)"', drawing))))
    rules = [(_one_line(selector), _one_line(body)) for sheet in sheets for selector, body in _rules_of(sheet)]
    used = [(selector, body) for selector, body in rules if _is_drawn(selector, known)]
    names = set(VARIABLE.findall(" ".join(body for _selector, body in used)))
    tokens = [token for selector, body in rules if ROOT in selector for token in _tokens(body) if token[0] in names]
    style = [f"{ROOT} {{ {'; '.join(f'{name}: {value}' for name, value in tokens)} }}"]
    style += [f"{selector} {{ {body} }}" for selector, body in used]
    head, tag, rest = drawing.partition(">")
    return f"{head}{tag}\n<style>\n{chr(10).join(style)}\n</style>\n{rest}\n"


def _rules_of(sheet):
    return RULE.findall(LEFT_OUT.sub("", sheet))


def _is_drawn(selector, known):
    """Tell whether some of the selectors name nothing but classes of the drawing."""
    return any(
        classes and set(classes) <= known and ":" not in one
        for one in selector.split(",")
        for classes in [CLASS.findall(one)]
    )


def _tokens(body):
    pairs = (declaration.partition(":") for declaration in body.split(";"))
    return [(name.strip(), value.strip()) for name, _colon, value in pairs if value]


def _one_line(text):
    return " ".join(text.split())
