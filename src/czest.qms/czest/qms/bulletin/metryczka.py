"""The metryczka of an entry for programs (art. 8 ust. 6 u.d.i.p.; BIP-3, BIP-5, BIP-12): JSON and XML of one content."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.wording import local_time
import json
from lxml import etree


#: Grows when a field changes its meaning or goes; fields may be added at any time.
FORMAT = "1"
NAMESPACE = "urn:czest-qms:bip:metryczka:1"

#: Fields of a snapshot that are told as they are.
_TOLD = ("symbol", "kind", "kind_title", "section", "number", "title", "summary", "what_changed", "case_sign")
_LEFT_OF_A_STUB = ("symbol", "kind", "kind_title", "section", "number", "title")


def metryczka(site, facts):
    """Return the metryczka of an entry as dicts, lists, texts and numbers.

    Of a withdrawn entry only the stub is told (BIP-7): what it was, its dates, who withdrew it, when and why.

    Parameters:
        site, facts: SiteFacts and EntryFacts.
    """
    snapshot = facts.snapshot
    plain = as_plain(snapshot)
    told = {name: plain[name] for name in (_LEFT_OF_A_STUB if facts.is_withdrawn else _TOLD)}
    told |= {
        "format": FORMAT,
        "address": Addresses(site.address).entry(snapshot.symbol, facts.id),
        "state": facts.state,
        "version": facts.version,
        "in_force_from": snapshot.in_force_from,
        "in_force_to": facts.in_force_to,
        "published_at": local_time(snapshot.metadata.published_at),
        "digest_sha256": snapshot.digest,
        "changes": [_change(each) for each in facts.changes],
    }
    if facts.is_withdrawn:
        return told | {"withdrawal": _change(facts.withdrawal)}
    return told | _metadata(plain["metadata"]) | _parts(site, facts, plain)


def _metadata(metadata):
    return {name: metadata[name] for name in ("entity", "responsible", "entered_by", "produced_on")}


def _parts(site, facts, plain):
    addresses = Addresses(site.address)
    symbol = facts.snapshot.symbol
    return {
        "contact": plain["contact"],
        "files": [{**each, "address": addresses.file(symbol, facts.id, each["name"])} for each in plain["files"]],
        "exclusions": list(plain["exclusions"]),
        "relations": list(plain["relations"]),
    }


def _change(change):
    return as_plain(change) | {"at": local_time(change.at)}


def as_json(told):
    """Return what :func:`metryczka` told as JSON, in UTF-8, always in the same order of names."""
    return (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def as_xml(told):
    """Return what :func:`metryczka` told as an XML document, in UTF-8."""
    root = etree.Element(f"{{{NAMESPACE}}}metryczka", nsmap={None: NAMESPACE})
    _fill(root, told)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


#: What one thing of a list is called.
_ONE_OF = {
    "changes": "change",
    "files": "file",
    "exclusions": "exclusion",
    "relations": "relation",
}


def _fill(element, value):
    if isinstance(value, dict):
        for name in sorted(value):
            _fill(_child(element, name), value[name])
    elif isinstance(value, list):
        for each in value:
            _fill(_child(element, _ONE_OF[etree.QName(element).localname]), each)
    elif isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None:
        element.text = str(value)


def _child(element, name):
    return etree.SubElement(element, f"{{{NAMESPACE}}}{name}")
