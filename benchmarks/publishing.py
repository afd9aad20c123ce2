"""How long the BIP editor waits for a publication with a file of 1 MB, over REST."""

import base64
from benchmarks.figures import figures
from czest.qms.publication.rules.checklist import QUESTIONS
import io
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
import random
import requests
import time


OFFICER, EDITOR = "pelnomocnik", "redaktor-bip"
WARM_UP = 2
#: Side of a square picture in shades of grey, one byte each: 1 MB that no compression makes smaller.
SIDE = 1024


def sample():
    """Return a PDF of 1 MB: a title, a language, tags, text, and a picture."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    noise = document.make_stream(random.Random(0).randbytes(SIDE * SIDE), Width=SIDE, Height=SIDE, BitsPerComponent=8)
    noise.Type, noise.Subtype, noise.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(font)), XObject=Dictionary(Picture=noise))
    page.Contents = document.make_stream(
        b"BT /F1 12 Tf 72 700 Td (Wykaz dokumentow) Tj ET q 400 0 0 400 72 72 cm /Picture Do Q"
    )
    document.Root.Lang = "pl-PL"
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    document.docinfo["/Title"] = "Wykaz"
    output = io.BytesIO()
    document.save(output, deterministic_id=True)
    return output.getvalue()


def publish_many(site, accounts, count):
    """Return the Figures of publications, one after another; taking over and asking do not count.

    Parameters:
        site: address of the intranet's site.
        accounts: those of the demonstration.
        count: how many.

    Raises:
        requests.HTTPError: when one is refused.
    """
    data = sample()
    people = {}
    for login in (OFFICER, EDITOR):
        people[login] = requests.Session()
        people[login].auth = (login, accounts[login]["password"])
        people[login].headers["Accept"] = "application/json"
    seconds = []
    for number in range(count + WARM_UP):
        edition = asked_for(people[OFFICER], site, f"P-KD-{100 + number}", data)
        body = {"password": accounts[EDITOR]["password"], "checklist": dict.fromkeys(QUESTIONS, False)}
        seconds.append(posted(people[EDITOR], f"{site}/{edition}/@operations/publish", body))
    return figures(seconds[WARM_UP:], [0], len(data))


def asked_for(officer, site, symbol, data):
    """Take a procedure over with a file, ask for its publication, and return its address."""
    file = {"filename": "wykaz.pdf", "content-type": "application/pdf", "encoding": "base64"}
    taken_over = {
        "type": "Procedure",
        "symbol": symbol,
        "title": f"Procedura {symbol}",
        "owner_unit": "KD",
        "number": "1",
        "effective_from": "2025-03-01",
        "approved_by": "Sekretarz Miasta",
        "source_file": {**file, "data": base64.b64encode(data).decode()},
    }
    posted(officer, f"{site}/dokumenty/@operations/take-over", taken_over)
    asked = {
        "produced_on": "2025-02-01",
        "responsible_name": "Anna Przykładowa",
        "responsible_post": "Pełnomocnik ds. SZJ",
        "bip_until": "2031-12-31",
    }
    posted(officer, f"{site}/dokumenty/{symbol}/wydanie-1/@operations/request-publication", asked)
    return f"dokumenty/{symbol}/wydanie-1"


def posted(session, address, body):
    """Return the seconds of a call, which must succeed."""
    begun = time.perf_counter()
    answer = session.post(address, json=body)
    seconds = time.perf_counter() - begun
    if not answer.ok:
        raise requests.HTTPError(answer.text)
    return seconds
