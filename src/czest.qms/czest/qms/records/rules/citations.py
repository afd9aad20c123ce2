"""The articles behind the refusals: what an office is told beside the sentence, in the words of Polish law."""

#: The act on the national archival resource and archives (ustawa of 14.07.1983).
ACT = "ustawy z 14.07.1983 o narodowym zasobie archiwalnym i archiwach"
#: The regulation on classification, transfer and disposal (Dz.U. 2015 poz. 1743, t.j. 2019 poz. 246).
REGULATION = "rozporządzenia MKiDN z 20.10.2015"

#: Years are counted from the end of the case.
END_OF_CASE = f"załącznik nr 1 do {REGULATION}"
#: Records are classified and appraised by the office's JRWA.
JRWA = f"§ 2 ust. 1 {REGULATION}"

#: Code of a refusal in this room → the article it comes from.
CITATIONS = {
    "not_closed": END_OF_CASE,
    "closed_in_future": END_OF_CASE,
    "unknown_class": JRWA,
    "class_not_valid": JRWA,
    "not_end_class": f"§ 3 {REGULATION}",
    "bad_category": END_OF_CASE,
}
