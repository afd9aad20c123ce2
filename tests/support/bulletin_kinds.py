"""One address of every kind of page of the furnished bulletin."""

KINDS = {
    "home": "/",
    "section": "/menu/procedury",
    "empty section": "/menu/inne",
    "register of documents": "/wykaz-dokumentow?b_start=25",
    "register of changes": "/rejestr-zmian",
    "month of changes": "/rejestr-zmian?miesiac=2026-04",
    "search": "/szukaj",
    "answers": "/szukaj?q=protokole&archiwalne=1",
    "no answers": "/szukaj?q=kosmonauta",
    "document": "/dokumenty/PS-01",
    "entry": "/dokumenty/PS-01/wydanie-6",
    "archived entry": "/dokumenty/PS-01/wydanie-5",
    "withdrawn entry": "/dokumenty/P-OR-90",
    "record": "/dokumenty/Z-ISO-2026~1",
    "archived record": "/dokumenty/Z-ISO-2026~1/wersja-1",
    "editors": "/strony/redakcja",
    "instruction": "/strony/instrukcja",
    "declaration": "/strony/deklaracja-dostepnosci",
    "site map": "/mapa-strony",
    "not found": "/nie-ma",
}
