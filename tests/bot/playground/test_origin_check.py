"""Only this machine and the page itself may talk to the playground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.playground import serve

if TYPE_CHECKING:
    from bot.playground import Playground


async def ask(playground: Playground, method: str, path: str, **headers: str) -> int:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    async with (
        aiohttp.ClientSession() as session,
        session.request(
            method, playground.api_url + path, headers=names, json={} if method == "POST" else None
        ) as answer,
    ):
        return answer.status


async def test_a_name_that_resolves_here_is_refused(playground: Playground) -> None:
    assert await ask(playground, "GET", "/", Host="evil.example") == 403
    assert await ask(playground, "GET", "/", Host="localhost:1") == 200


@pytest.mark.parametrize("path", ["/page/start", "/page/reset", "/bot1:a/getMe"])
async def test_another_sites_requests_are_refused(playground: Playground, path: str) -> None:
    assert await ask(playground, "POST", path, Origin="https://evil.example") == 403
    assert await ask(playground, "POST", path, Origin="http://127.0.0.1:1") == 403
    assert await ask(playground, "POST", path, Sec_Fetch_Site="cross-site") == 403


async def test_another_site_cannot_read_the_chat_but_may_link_to_the_page(playground: Playground) -> None:
    assert await ask(playground, "GET", "/page/events", Sec_Fetch_Site="cross-site") == 403
    assert await ask(playground, "GET", "/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate") == 200


async def test_the_page_is_given_a_strict_policy(playground: Playground) -> None:
    async with aiohttp.ClientSession() as session, session.get(playground.address) as answer:
        policy = answer.headers["Content-Security-Policy"]
        page = await answer.text()

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert playground.token not in page


async def test_nothing_beside_the_pages_files_is_given_out(playground: Playground) -> None:
    assert await ask(playground, "GET", "/static/main.js") == 200
    assert await ask(playground, "GET", "/static/..%2Fserver.py") == 404
    assert await ask(playground, "GET", "/static/server.py") == 404


async def test_it_listens_on_loopback_only() -> None:
    with pytest.raises(ValueError, match=r"not on 0\.0\.0\.0"):
        async with serve("0.0.0.0"):  # noqa: S104 - the very thing that must be refused
            pass
