"""Where the outermost door looks for the page of what is not there."""

from czest.qms.bulletin.outermost import missing_path
import pytest


@pytest.mark.parametrize(
    ("path", "missing"),
    [
        ("/bip/portal_catalog", "/bip/-"),
        ("/bip", "/bip/-"),
        ("/bip/dokumenty/PS-01/x", "/bip/-"),
        (
            "/VirtualHostBase/https/bip.urzad.example:443/bip/VirtualHostRoot/portal_catalog",
            "/VirtualHostBase/https/bip.urzad.example:443/bip/VirtualHostRoot/-",
        ),
        ("", "//-"),
    ],
)
def test_the_missing_page_is_one_of_the_same_site(path, missing):
    assert missing_path(path) == missing
