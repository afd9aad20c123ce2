"""PDF objects that contain themselves: trees that never end for a reader who follows them."""

from collections.abc import Iterator
import pikepdf


#: Keys that lead down a tree or along a list and never back.
_DOWN = ("/Kids", "/First", "/Next", "/K")
_RESOURCES = ("/XObject", "/Pattern")

Edges = dict[tuple[int, int], set[tuple[int, int]]]


def is_endless(document: pikepdf.Pdf) -> bool:
    """Tell whether a tree of pages, bookmarks, names, fields, structure or drawings leads back into itself."""
    edges: Edges = {}
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            edges[each.objgen] = set(_below(each))
    return _has_cycle(edges)


def _below(node: pikepdf.Object) -> Iterator[tuple[int, int]]:
    for key in _DOWN:
        yield from _references(node.get(key))
    resources = node.get("/Resources")
    if isinstance(node, pikepdf.Stream) and isinstance(resources, pikepdf.Dictionary):
        for key in _RESOURCES:
            drawings = resources.get(key)
            if isinstance(drawings, pikepdf.Dictionary):
                for drawing in drawings.values():
                    yield from _references(drawing)


def _references(value: object) -> Iterator[tuple[int, int]]:
    """Yield what a value refers to; a list may stand in an object of its own."""
    if isinstance(value, pikepdf.Array):
        for each in value:
            if isinstance(each, pikepdf.Object) and each.is_indirect:
                yield each.objgen
    elif isinstance(value, pikepdf.Object) and value.is_indirect:
        yield value.objgen


def _has_cycle(edges: Edges) -> bool:
    """Take away, again and again, whatever nothing leads to; a cycle is what stays."""
    leading_here = dict.fromkeys(edges, 0)
    for below in edges.values():
        for each in below:
            if each in leading_here:
                leading_here[each] += 1
    free = [node for node, count in leading_here.items() if not count]
    taken = 0
    while free:
        taken += 1
        for each in edges[free.pop()]:
            if each in leading_here:
                leading_here[each] -= 1
                if not leading_here[each]:
                    free.append(each)
    return taken < len(edges)
