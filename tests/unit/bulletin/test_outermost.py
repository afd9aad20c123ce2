"""Where the outermost door looks for the page of what is not there."""

from czest.qms.bulletin.outermost import is_plain_address
from czest.qms.bulletin.outermost import missing_path
from czest.qms.bulletin.outermost import rewritten_start
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


REWRITTEN = "/VirtualHostBase/https/bip.example.pl:443/bip/VirtualHostRoot/"


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("", ""),
        ("https://bip.example.pl", REWRITTEN),
        ("https://bip.example.pl/", REWRITTEN),
        ("http://bip.example.pl", "/VirtualHostBase/http/bip.example.pl:80/bip/VirtualHostRoot/"),
        ("http://127.0.0.1:8088", "/VirtualHostBase/http/127.0.0.1:8088/bip/VirtualHostRoot/"),
    ],
)
def test_the_public_address_says_how_rewritten_paths_begin(address, start):
    assert rewritten_start(address) == start


@pytest.mark.parametrize(
    "address", ["bip.example.pl", "ftp://bip.example.pl", "https://", "https://bip.example.pl/bip"]
)
def test_what_is_no_address_of_a_host_is_refused(address):
    with pytest.raises(ValueError, match="BIP_PUBLIC_ADDRESS"):
        rewritten_start(address)


@pytest.mark.parametrize("path", ["/", "/bip", "/bip/dokumenty/PS-01", REWRITTEN, f"{REWRITTEN}dokumenty/PS-01"])
def test_our_addresses_are_plain_also_rewritten(path):
    assert is_plain_address({"PATH_INFO": path}, REWRITTEN)


@pytest.mark.parametrize(
    "path",
    [
        "/VirtualHostBase/https/evil.example:443/bip/VirtualHostRoot/",
        "/VirtualHostBase/https/bip.example.pl:443/bip/VirtualHostRoot/_vh_x/",
        f"{REWRITTEN}VirtualHostBase/https/evil.example:443/bip/VirtualHostRoot/",
        "/VirtualHostBase/https/bip.example.pl:443/VirtualHostRoot/bip",
        "/bip/virtual_hosting",
        "/bip/VirtualHostRoot/",
    ],
)
def test_nobody_else_chooses_the_address_that_pages_show(path):
    assert not is_plain_address({"PATH_INFO": path}, REWRITTEN)
    assert not is_plain_address({"PATH_INFO": path})


def test_without_a_public_address_nothing_is_rewritten():
    assert not is_plain_address({"PATH_INFO": REWRITTEN})
