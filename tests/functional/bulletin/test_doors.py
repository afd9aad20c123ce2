"""The public doors answer over HTTP."""

import pytest


HTML = "text/html; charset=utf-8"

#: Every kind of address, with its status and type.
DOORS = [
    ("", 200, HTML),
    ("/", 200, HTML),
    ("/menu/procedury", 200, HTML),
    ("/menu/nie-ma", 404, HTML),
    ("/menu", 404, HTML),
    ("/wykaz-dokumentow", 200, HTML),
    ("/rejestr-zmian", 200, HTML),
    ("/rejestr-zmian?miesiac=2026-04", 200, HTML),
    ("/szukaj", 200, HTML),
    ("/szukaj?q=nadzorze", 200, HTML),
    ("/mapa-strony", 200, HTML),
    ("/dokumenty/PS-01", 200, HTML),
    ("/dokumenty/PS-01/wydanie-6", 200, HTML),
    ("/dokumenty/PS-01/wydanie-5", 200, HTML),
    ("/dokumenty/P-OR-90", 200, HTML),
    ("/dokumenty/P-OR-90/wydanie-6", 200, HTML),
    ("/dokumenty/Z-ISO-2026~1/wersja-1", 200, HTML),
    ("/dokumenty/PS-99", 404, HTML),
    ("/dokumenty/PS-01/wydanie-6/metryczka.json", 200, "application/json; charset=utf-8"),
    ("/dokumenty/PS-01/wydanie-6/metryczka.xml", 200, "application/xml; charset=utf-8"),
    ("/dokumenty/PS-01/wydanie-6/paczka.zip", 200, "application/zip"),
    ("/dokumenty/PS-01/wydanie-6/pliki/ps-01-wydanie-6.pdf", 200, "application/pdf"),
    ("/dokumenty/PS-01/wydanie-6/pliki/nie-ma.pdf", 404, HTML),
    ("/dokumenty/PS-01/wydanie-6/pliki", 404, HTML),
    ("/dokumenty/P-OR-90/wydanie-6/paczka.zip", 404, HTML),
    ("/dokumenty/P-OR-90/wydanie-6/pliki/ps-01-wydanie-6.pdf", 404, HTML),
    ("/strony/redakcja", 200, HTML),
    ("/strony/instrukcja", 200, HTML),
    ("/strony/deklaracja-dostepnosci", 200, HTML),
    ("/strony/nie-ma", 404, HTML),
    ("/feed.atom", 200, "application/atom+xml; charset=utf-8"),
    ("/feed.json", 200, "application/feed+json; charset=utf-8"),
    ("/sitemap.xml", 200, "application/xml; charset=utf-8"),
    ("/robots.txt", 200, "text/plain; charset=utf-8"),
    ("/@search", 200, "application/json; charset=utf-8"),
    ("/zasoby/bip.css", 200, "text/css; charset=utf-8"),
    ("/zasoby/nie-ma.css", 404, HTML),
    ("/zasoby", 404, HTML),
    ("/dokumenty/strony/instrukcja", 404, HTML),
    ("/dokumenty/PS-01/szukaj", 404, HTML),
    ("/strony/dokumenty/PS-01", 404, HTML),
    ("/view", 404, HTML),
    ("/@@bulletin-home", 404, HTML),
    ("/dokumenty/PS-01/@@view", 404, HTML),
]


@pytest.mark.parametrize(("path", "status", "media_type"), DOORS)
def test_each_address_answers_as_documented(bulletin, path, status, media_type):
    answer = bulletin.get(path)
    assert (answer.status, answer.headers["content-type"]) == (status, media_type)
