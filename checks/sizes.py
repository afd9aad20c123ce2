"""Modules and functions stay short enough to be read at once."""

import ast


#: Most lines of a module, and of a function with its docstring; tables of examples above a test do not count.
MODULE_LINES = 400
FUNCTION_LINES = 60


def findings(root, folders):
    """Return a sentence for every Python module or function under the folders that is too long."""
    found = []
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            found.extend(_findings_of(path.relative_to(root), path.read_text(encoding="utf-8")))
    return found


def _findings_of(name, source):
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        yield f"{name} has {lines} lines, more than {MODULE_LINES}."
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{name}:{node.lineno} {node.name} has {length} lines, more than {FUNCTION_LINES}."
