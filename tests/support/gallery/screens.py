"""Sample screens, made of the pieces only; looked at in a browser and checked by axe."""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from czest.qms.appearance.operation_form import OperationFormPage
from czest.qms.appearance.pagination import pages
from czest.qms.appearance.states import plate
from czest.qms.interfaces import IQmsLayer
import datetime
from plone.autoform import directives
from plone.autoform.form import AutoExtensibleForm
from plone.base.interfaces import IPloneSiteRoot
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.browser.radio import RadioFieldWidget
from z3c.form.form import Form
from zExceptions import Forbidden
from zope import schema
from zope.component import getGlobalSiteManager
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


JULY = datetime.date(2024, 7, 1)


class SampleDocument(BrowserView):
    """Screens 03 and 04: a document in force."""

    index = ViewPageTemplateFile("document.pt")
    page_name = "PS-04"
    title = "PS-04"
    state = "in_force"
    edition = 4

    def __call__(self):
        return self.index()

    @property
    def plate(self):
        return plate(self.state, JULY, datetime.date(2026, 8, 31))

    @property
    def block(self):
        return {
            "symbol": "PS-04",
            "kind": "Procedura systemowa",
            "title": "Niezgodności i działania korygujące",
            "plate": self.plate,
            "actions": [
                {"title": "Drukuj", "url": "#", "icon": "printer"},
                {"title": "Pobierz PDF", "url": "#", "icon": "file-earmark-pdf"},
            ],
            "cells": [
                {"label": "Wydanie", "value": "4"},
                {"label": "Właściciel", "value": "Pełnomocnik ds. SZJ (PJ)"},
                {"label": "Wprowadzono", "value": "zarządzenie nr k.14.2024", "url": "#"},
                {"label": "Następny przegląd", "value": "do 12 czerwca 2027 r."},
                {"label": "Jawność", "value": "opublikowano w BIP", "url": "#", "icon": "qms-openness-bip"},
            ],
            "signers": [
                {"label": "Opracował", "post": "Główny specjalista ds. SZJ", "note": "20 maja 2024 r."},
                {"label": "Sprawdził", "post": "Naczelnik Wydziału Organizacyjnego", "note": "27 maja 2024 r."},
                {
                    "label": "Zatwierdził",
                    "post": "Sekretarz Miasta",
                    "note": "10 czerwca 2024 r.",
                    "url": "#",
                    "link": "podpis ważny",
                },
            ],
        }


class SampleEdition(SampleDocument):
    """Screen 05: an edition that is no longer in force."""

    state = "superseded"


class SampleList(BrowserView):
    """Screen 02: a list with tabs, facets and pages, and every state and message."""

    index = ViewPageTemplateFile("list.pt")
    page_name = "Wykaz dokumentów"
    title = "Wykaz dokumentów"
    is_wide = True

    def __call__(self):
        return self.index()

    def plates(self):
        return [plate(state_id, JULY, JULY) for state_id in ("in_force", "draft", "in_review", "pending_approval")] + [
            plate(state_id, JULY, JULY) for state_id in ("approved", "superseded", "withdrawn", "filed", "held")
        ]

    def pages(self):
        return pages(230, 50, 25, self.context.absolute_url(), [("scope", "all")])

    def messages(self):
        return [
            {"look": "force", "verdict": "Przekazano do sprawdzenia.", "text": "Zawiadomiono 3 osoby."},
            {"look": "wait", "verdict": "Ktoś zmienił dokument.", "text": "Wpisane zmiany zachowano."},
            {"look": "void", "verdict": "Nie zapisano.", "text": "Popraw 2 pola."},
            {"look": "act", "verdict": "", "text": "Informacja."},
        ]


class ISampleApproval(Interface):
    """What an approval asks."""

    directives.widget("meaning", RadioFieldWidget)
    meaning = schema.Choice(
        title="Znaczenie podpisu",
        vocabulary=SimpleVocabulary(
            [
                SimpleTerm("approve", "approve", "Zatwierdzam do stosowania"),
                SimpleTerm("deputy", "deputy", "Zatwierdzam z up. Prezydenta Miasta"),
            ]
        ),
        default="approve",
    )
    effective_from = schema.Date(title="Data wejścia w życie", description="najwcześniej 27 listopada 2026 r.")
    comment = schema.Text(title="Uwaga", required=False)
    password = schema.Password(title="Hasło do systemu")

    @invariant
    def not_in_the_past(data):
        if data.effective_from and data.effective_from < JULY:
            raise Invalid("Data jest wcześniejsza niż dzień zatwierdzenia.")


class SampleApproval(OperationFormPage, AutoExtensibleForm, Form):
    """Screens 07 and 07b: an operation."""

    schema = ISampleApproval
    label = "Zatwierdzenie wydania 5 procedury PS-04"
    consequences = ("Treści wydania 5 nie będzie już można zmienić.", "Publikacja w BIP nie nastąpi.")
    signature = ("Podpis: Sekretarz Miasta, 26 listopada 2026 r.",)
    button_icon = "qms-pending-approval"
    opposite = {"title": "Zwróć do poprawy…", "url": "#"}
    busy_label = "Podpisywanie…"
    subject = {
        "title": "PS-04 Niezgodności i działania korygujące, wydanie 5",
        "edge": "dashes",
        "rows": [
            {"label": "Zmiany", "value": "6 w treści", "url": "#", "link": "porównaj z wydaniem 4"},
            {"label": "Sprawdzili", "value": "Radca prawny"},
        ],
    }

    @button.buttonAndHandler("Podpisz i zatwierdź", name="approve")
    def approve(self, action):
        _data, errors = self.extractData()
        if not errors:
            self.request.response.redirect(self.context.absolute_url() + "/@@qms-sample-document")


class SampleFailure(BrowserView):
    """A page that fails."""

    def __call__(self):
        raise RuntimeError("deliberate")


class SampleRefusal(BrowserView):
    """A page that is forbidden."""

    def __call__(self):
        raise Forbidden("deliberate")


class SampleWriting(SampleDocument):
    """A page that writes while it is read."""

    def __call__(self):
        self.context.title = "written by a reader"
        return self.index()


SCREENS = {
    "qms-sample-document": SampleDocument,
    "qms-sample-edition": SampleEdition,
    "qms-sample-list": SampleList,
    "qms-sample-approval": SampleApproval,
    "qms-sample-failure": SampleFailure,
    "qms-sample-refusal": SampleRefusal,
    "qms-sample-writing": SampleWriting,
}


def published(name, screen):
    """Return the class of a screen, open to everybody who reaches it by its name."""
    security = ClassSecurityInfo()
    security.declareObjectPublic()
    view = type(screen.__name__, (screen,), {"__name__": name, "security": security, "__doc__": screen.__doc__})
    InitializeClass(view)
    return view


def registrations():
    return [(published(name, screen), (IPloneSiteRoot, IQmsLayer), Interface, name) for name, screen in SCREENS.items()]


def register():
    """Make the screens views of the site."""
    for registration in registrations():
        getGlobalSiteManager().registerAdapter(*registration)


def unregister():
    """Take the screens away again."""
    for name in SCREENS:
        getGlobalSiteManager().unregisterAdapter(required=(IPloneSiteRoot, IQmsLayer), provided=Interface, name=name)
