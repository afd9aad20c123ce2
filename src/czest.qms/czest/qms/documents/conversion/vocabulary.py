"""The HTML that the body of an edition may consist of."""

#: Elements that hold text; one never stands inside another, except in cells and list items.
PARAGRAPHS = frozenset({"p", "h2", "h3", "h4"})
LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})
SECTIONS_OF_TABLE = frozenset({"thead", "tbody"})
INLINE = frozenset({"strong", "em", "sub", "sup", "a"})

#: Elements written another way.
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "tfoot": "tbody"}

#: Elements whose content is no text of a document.
DROPPED = frozenset(
    {
        *("script", "style", "head", "title", "template", "noscript", "noembed", "noframes", "xmp", "plaintext"),
        *("iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "audio", "video", "canvas"),
        *("select", "textarea", "button", "datalist"),
    }
)

#: Elements that end a paragraph though they are not kept themselves.
BLOCKS = frozenset(
    {
        *("div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "figcaption"),
        *("blockquote", "pre", "address", "dl", "dt", "dd", "fieldset", "form", "details", "summary", "hr", "center"),
    }
)
