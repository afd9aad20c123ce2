"""The menu przedmiotowe (art. 8 ust. 3 u.d.i.p.; § 11 of the regulation of 18.01.2007; BIP-11): groups and sections."""

from czest.qms import _
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A section of documents.

    Parameters:
        id: last part of its address, in Polish for people who read addresses.
        title: Message.
        kinds: kinds of documents that belong here unless their snapshot says otherwise.
    """

    id: str
    title: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """A lawful group of the menu.

    Parameters:
        id: for programs.
        title, basis: Messages.
        sections: ids of sections of documents.
        pages: ids of pages of the bulletin, see ``pages``.
    """

    id: str
    title: str
    basis: str
    sections: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


SECTIONS = (
    Section("polityka-jakosci", _("Quality policy"), ("QualityPolicy",)),
    Section("ksiega-jakosci", _("Quality manual"), ("QualityManual",)),
    Section("procedury", _("Procedures"), ("Procedure",)),
    Section("instrukcje", _("Instructions"), ("Instruction",)),
    Section("karty-uslug", _("Service cards: how to settle a matter"), ("ServiceCard",)),
    Section("kontrola-zarzadcza", _("Management control"), ("AssuranceStatement",)),
    Section("audyty-i-audity", _("Audits"), ("AuditReport",)),
    Section("sprawozdania", _("Reports on activity")),
    Section("certyfikaty", _("Certificates"), ("Certificate",)),
    Section("formularze", _("Forms"), ("FormTemplate",)),
    Section("inne", _("Other documents"), ()),
)

GROUPS = (
    Group(
        "rules",
        _("How the office works"),
        _("art. 8 sec. 3 of the act on access to public information"),
        (
            "polityka-jakosci",
            "ksiega-jakosci",
            "procedury",
            "instrukcje",
            "karty-uslug",
            "kontrola-zarzadcza",
            "audyty-i-audity",
            "sprawozdania",
        ),
    ),
    Group(
        "other",
        _("Other public information"),
        _("published on the initiative of the office"),
        ("certyfikaty", "formularze", "inne"),
    ),
    Group(
        "acts",
        _("Information required by other acts"),
        _("among others on open data and on digital accessibility"),
        (),
        ("ponowne-wykorzystywanie", "deklaracja-dostepnosci"),
    ),
)

BY_ID = {section.id: section for section in SECTIONS}


def section_for(kind):
    """Return the id of the section in which a kind of document is published by default."""
    return next((section.id for section in SECTIONS if kind in section.kinds), "inne")
