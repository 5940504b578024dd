"""Addresses that texts and pages state are believed as little as those that readers send."""

from __future__ import annotations

import pytest

from summaries.loading import read, read_text
from summaries.loading.addresses import host_of, valid_address
from tests.summaries.loading.pages import PROSE, article

HERE = "https://riverton.example/news/bridge"
BAD = ("https://bank.example\n/a", "https://bank.example:99999/a", "https://user:word@bank.example/a", "javascript:x()")


@pytest.mark.parametrize(
    "address", [*BAD, "https://bank.example/a b", "https://bank.example/<a>", "ftp://bank.example/"]
)
def test_an_address_that_is_none_is_not_kept(address: str) -> None:
    assert valid_address(address) is None


@pytest.mark.parametrize("address", ["https://bank.example/login", *BAD])
def test_a_page_that_was_not_fetched_names_no_address(address: str) -> None:
    head = f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
    uploaded = read(article(head=head).encode(), name="page.html")

    assert (uploaded.url, uploaded.site) == (None, None)


@pytest.mark.parametrize("address", ["https://bank.example/login", "https://riverton.example:99999/a", *BAD])
def test_a_fetched_page_names_an_address_of_its_own_host_alone(address: str) -> None:
    assert read(article(head=f'<link rel="canonical" href="{address}">').encode(), url=HERE).url == HERE


def test_a_fetched_page_names_its_address() -> None:
    head = '<link rel="canonical" href="/news/old-bridge">'

    assert read(article(head=head).encode(), url=HERE).url == "https://riverton.example/news/old-bridge"


@pytest.mark.parametrize("address", BAD)
def test_a_text_names_no_address_that_could_not_be_opened(address: str) -> None:
    plain = "\n\n".join(PROSE)
    marked = f"---\nurl: {address!r}\noriginal: {address!r}\n---\n\n{plain}"

    assert (read_text(marked).url, read_text(marked).original) == (None, None)
    assert read_text(f"{plain}\n\nOriginal url: {address}").url is None


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("www.riverton.example", "riverton.example"),
        ("xn--mnchen-3ya.example", "münchen.example"),
        ("xn--80adxhks.example", "москва.example"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("xn--pple-43d.com", "xn--pple-43d.com"),
        ("xn--zzzz-.example", "xn--zzzz-.example"),
    ],
)
def test_a_host_is_shown_in_its_script_unless_it_could_pass_for_another(host: str, shown: str) -> None:
    assert host_of(f"https://{host}/a") == shown
