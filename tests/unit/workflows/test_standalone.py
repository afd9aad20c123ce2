"""A drawing stands alone with the rules that it needs, and no others."""

from czest.qms.workflows.rules.standalone import standalone


DRAWING = '<svg class="flow" viewBox="0 0 9 9"><g class="box look-soon"><text>Projekt</text></g></svg>'
TOKENS = ":root,\n[data-theme] { --soon: #57379a; --other: #000000; }"
SHEET = """
/* Boxes { of } the drawing. */
.flow { display: block; }
.box text { fill: var(--soon); }
.look-soon,
.plate-soon { stroke: var(--soon); }
.page a.box:hover { color: var(--other); }
.page .box { color: var(--other); }
svg { margin: 0; }
@media (prefers-contrast: more) {
  :root { --soon: #000000; }
  .box text { stroke: var(--soon); }
}
"""


def test_it_has_the_rules_of_its_classes_and_their_tokens():
    assert standalone(DRAWING, [TOKENS, SHEET]) == (
        '<svg class="flow" viewBox="0 0 9 9">\n'
        "<style>\n"
        ":root { --soon: #57379a }\n"
        ".flow { display: block; }\n"
        ".box text { fill: var(--soon); }\n"
        ".look-soon, .plate-soon { stroke: var(--soon); }\n"
        "</style>\n"
        '<g class="box look-soon"><text>Projekt</text></g></svg>\n'
    )
